// Joins buttons marked data-passkey with allauth's WebAuthn forms, and says so when the browser refuses.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-passkey]")) {
    const credential = button.form.elements.credential;
    const passwordless = button.form.elements.passwordless;
    window.allauth.webauthn.forms[button.dataset.passkey]({
      ids: {
        add: button.id,
        authenticate: button.id,
        login: button.id,
        credential: credential.id,
        passwordless: passwordless && passwordless.id,
        data: "js_data",
      },
    });
  }
});

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.getElementById("passkey-error").hidden = false;
});

// One row sent to the server; says how it went, and never throws.
const PATIENCE = 20000;

export async function send(form, row) {
  let response;
  try {
    response = await fetch(`${row.pk}/ulozit/`, {
      method: "POST",
      body: new URLSearchParams({ owner: form.dataset.owner, [row.seen.name]: row.seen.value, ...row.toPost }),
      headers: { "X-CSRFToken": token(form) },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await outcome(response);
  } catch {
    return { kind: "offline" };
  }
}

async function outcome(response) {
  // Whoever is not signed in is led to another page.
  if (response.type === "opaqueredirect") return { kind: "expired" };
  if (response.headers.get("Content-Type")?.startsWith("application/json")) {
    const answer = await response.json();
    return answer.mark === "foreign" ? { kind: "foreign" } : { kind: "answer", answer };
  }
  // What one may not even see any more is, to the one who typed it, a right that was lost.
  if (response.status === 404) return { kind: "answer", answer: { mark: "locked", why: "forbidden" } };
  return { kind: response.status === 403 ? "expired" : "failed" };
}

// Signing in again, in another window, changes the cookie; the field of this page is then too old.
export function token(form) {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
}

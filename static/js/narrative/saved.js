// The page after saving says that all went well; only then is the draft of what was sent forgotten.
export const sentKey = "rozepsane:odeslano";

const sent = sessionStorage.getItem(sentKey);
if (sent) {
  sessionStorage.removeItem(sentKey);
  if (document.querySelector(".message-success")) localStorage.removeItem(sent);
}

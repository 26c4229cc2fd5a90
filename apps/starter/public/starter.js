// Jolt leaves the page alone when no answer comes. This says so.
const messages = {
  network: "The server cannot be reached. Nothing was changed; try again.",
  timeout: "The server does not answer. Try again, or reload the page.",
};

document.addEventListener("jolt:error", ({ detail }) => {
  const message = messages[detail.reason];
  if (message === undefined) return;
  const notice = document.createElement("span");
  notice.className = "notice";
  notice.textContent = message;
  document.getElementById("status").replaceChildren(notice);
});

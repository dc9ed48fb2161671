// The portal's own session decides whose token this is. `renew` is true after Groundwork has refused the last one.
let token;
async function getToken({ renew = false } = {}) {
  if (renew || token === undefined) {
    token = fetch("token", { method: "POST" }).then((response) => response.text());
  }
  return token;
}

for (const component of document.querySelectorAll("groundwork-plan, groundwork-progress, groundwork-feedback, groundwork-team")) {
  component.getToken = getToken;
}

const output = document.querySelector("output");
document.addEventListener("groundwork-toast", (event) => {
  output.textContent = event.detail.text;
});
document.addEventListener("groundwork-title", (event) => {
  document.title = `${event.detail} · Example portal`;
});
document.addEventListener("groundwork-sign-in-needed", () => {
  output.textContent = "Please sign in to the portal again.";
});

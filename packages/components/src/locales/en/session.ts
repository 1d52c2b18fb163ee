/** Texts of provider, sign-in state and notice. */
const messages: Readonly<Record<string, string>> = {
  "notice.info": "Information:",
  "notice.success": "Done:",
  "notice.warning": "Please note:",
  "notice.error": "Error:",
  "notice.close": "Close this message",

  "signIn.loading": "Checking who is signed in…",
  "signIn.none": "Not signed in",
  "signIn.needed": "Please sign in to see this.",
  "signIn.as": "Signed in:",
  "signIn.enter": "Sign in",
  "signIn.leave": "Sign out",
};
export default messages;

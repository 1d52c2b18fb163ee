import type { InputStep, InputTrace } from "./input-trace.ts";

interface Socket {
  sendMessageWaitForResponse(message: object): Promise<{ readonly executed?: boolean }>;
}

/** Whether compositions can be given to this browser from outside, as an input method does. */
export const canCompose = navigator.userAgent.includes("Chrome/");

/** Does to the focused control what an input method did: compositions from outside the page, the rest by the browser's own editor. */
export async function playTrace({ steps }: InputTrace, control: HTMLElement): Promise<void> {
  control.focus();
  if (steps.some(([step]) => step === "compose")) return fromOutside(steps);
  for (const step of steps) {
    if (step[0] === "insert") document.execCommand("insertText", false, step[1]);
    else if (step[0] === "back") for (let i = 0; i < step[1]; i++) document.execCommand("delete");
    // A page draws between two keys.
    await Promise.resolve();
  }
}

async function fromOutside(steps: readonly InputStep[]): Promise<void> {
  const path = "/__web-dev-server__web-socket.js";
  const { sendMessageWaitForResponse } = (await import(path)) as Socket;
  const sessionId = new URL(location.href).searchParams.get("wtr-session-id");
  const answer = await sendMessageWaitForResponse({ type: "wtr-command", sessionId, command: "input-steps", payload: steps });
  if (!answer.executed) throw new Error("web-test-runner.config.mjs has no inputSteps");
}

/** Ends the demo with one line that says what to do. Everything else that is thrown is a fault of ours. */
export class DemoStop extends Error {
  override readonly name = "DemoStop";
}

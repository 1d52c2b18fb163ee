export { forUnit } from "./inner-words.ts";
export { replay, workflowFacts, type Replayed, type WorkflowFacts, type WorkflowOf } from "./replay.ts";
export { timeline, type ExpectedStep, type Timeline, type TimelineEntry } from "./timeline.ts";
export {
  actingRole,
  availableActions,
  availableTransitions,
  chooseTransition,
  type ActionQuestion,
  type WorkflowQuestion,
  type WorkflowTransition,
} from "./transitions.ts";

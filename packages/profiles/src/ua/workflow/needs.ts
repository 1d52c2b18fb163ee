/** Characters of a reason. */
export const reason = { minLength: 10, maxLength: 500 } as const;

const signatures = "size(context.facts.dossier.signatures)";

/** How many of the institution's signatures the current version carries: none after any change. */
export const unsigned = `${signatures} == 0`;
export const signedOnce = `${signatures} == 1`;
export const signedTwice = `${signatures} >= 2`;

import type { PropertyDeclaration, ReactiveElement } from "lit";

type PropertyDecorator = (prototype: object, name: string) => void;

/**
 * A reactive property, public and, unless `attribute` says otherwise, an attribute too. Lit's own decorator carries a second form for
 * standard decorators, which nobody here uses and every page with one field would pay for.
 */
export function property(options?: PropertyDeclaration): PropertyDecorator {
  return (prototype, name): PropertyDescriptor | undefined => {
    const isAccessor = Object.hasOwn(prototype, name);
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
    // Lit has wrapped the accessor: handed back, so that the compiler does not put the bare one in its place.
    return isAccessor ? Object.getOwnPropertyDescriptor(prototype, name) : undefined;
  };
}

/** A reactive property that is nobody else's business. */
export function state(): PropertyDecorator {
  return property({ state: true, attribute: false });
}

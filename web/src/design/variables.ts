import { nothing } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";

type Variables = Readonly<Record<`--${string}`, string | number>>;

/**
 * Sets custom properties of an element: `<div ${variables({ "--value": 62 })}>`.
 *
 * Instead of a `style` attribute and of `styleMap`, whose first rendering is such an attribute: the content security
 * policy blocks both.
 */
class VariablesDirective extends Directive {
  render(_variables: Variables): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [variables]: [Variables]): typeof nothing {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(variables)) {
      style.setProperty(name, String(value));
    }
    return nothing;
  }
}

export const variables = directive(VariablesDirective);

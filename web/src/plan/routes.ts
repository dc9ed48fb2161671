import { html } from "lit";

import type { Entry, Route } from "../router.js";

const load = () => import("./groundwork-plan.js");

export const routes: readonly Route[] = [
  { path: "/plan", title: (t) => t.plan.title, load, render: () => html`<groundwork-plan></groundwork-plan>` },
  {
    path: "/plan/:id",
    title: (t) => t.plan.title,
    load,
    render: ({ id = "" }) => html`<groundwork-plan plan-id=${id}></groundwork-plan>`,
  },
];

export const entry: Entry = {
  href: "#/plan",
  label: (t) => t.shell.plan,
  covers: ["/plan"],
  visible: (me) => me.person !== undefined,
};

import { html } from "lit";

import type { Entry, Route } from "../router.js";

export const routes: readonly Route[] = [
  {
    path: "/hr",
    title: (t) => t.hr.title,
    load: () => import("./groundwork-hr.js"),
    render: () => html`<groundwork-hr></groundwork-hr>`,
  },
];

export const entry: Entry = {
  href: "#/hr",
  label: (t) => t.shell.hr,
  covers: ["/hr"],
  visible: (me) => me.isHrAdmin,
};

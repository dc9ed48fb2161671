import { html } from "lit";

import type { Entry, Route } from "../router.js";

const load = () => import("./groundwork-team.js");

export const routes: readonly Route[] = [
  { path: "/team", title: (t) => t.team.title, load, render: () => html`<groundwork-team></groundwork-team>` },
  {
    path: "/team/:id",
    title: (t) => t.team.title,
    load,
    render: ({ id = "" }) => html`<groundwork-team person-id=${id}></groundwork-team>`,
  },
  {
    path: "/team/:id/handover",
    title: (t) => t.team.handover,
    load: () => import("./groundwork-handover.js"),
    render: ({ id = "" }) => html`<groundwork-handover person-id=${id}></groundwork-handover>`,
  },
];

export const entry: Entry = {
  href: "#/team",
  label: (t) => t.shell.team,
  covers: ["/team", "/feedback"],
  visible: (me) => me.hasTeam,
};

import type { Person } from "@groundwork/client";

import type { Api } from "../api.js";
import type { Suggestion } from "../ui/suggest.js";

/** What a page of the directory shows of the company: its departments, and who may be at its head. */
export interface Sample {
  departments: readonly string[];
  head: Person | undefined;
}

const samples = new WeakMap<Api, Promise<Sample>>();

/** Asked once: the service has no list of departments, so these are those of the first hundred people. */
export function sample(api: Api): Promise<Sample> {
  let known = samples.get(api);
  if (known === undefined) {
    known = api.GET("/v1/people", { params: { query: { active: true, limit: 100 } } }).then(({ data: { items } }) => ({
      departments: [...new Set(items.map(({ department }) => department).filter((name) => name !== null))].sort(),
      head: items.find(({ manager_id }) => manager_id === null),
    }));
    known.catch(() => samples.delete(api));
    samples.set(api, known);
  }
  return known;
}

/** Departments whose names contain the text, for `gw-suggest`. */
export function findDepartments(api: Api) {
  return async (text: string): Promise<Suggestion[]> => {
    const { departments } = await sample(api);
    const wanted = text.toLocaleLowerCase();
    return departments
      .filter((name) => name.toLocaleLowerCase().includes(wanted))
      .map((name) => ({ id: name, label: name }));
  };
}

import type { Api } from "./api.js";
import type { Suggestion } from "./ui/suggest.js";

/** Active colleagues by their names, for `gw-suggest`. */
export function findPeople(api: Api) {
  return async (search: string, signal: AbortSignal): Promise<Suggestion[]> => {
    const { data } = await api.GET("/v1/people/directory", { params: { query: { search } }, signal });
    return data.items.map(({ id, display_name, title }) => ({ id, label: display_name, detail: title }));
  };
}

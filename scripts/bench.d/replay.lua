-- Lets wrk send requests from a file: method, path, token and body, separated by tabs, one request per line.
local requests, position = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local method, path, token, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)$")
    local headers = { Authorization = "Bearer " .. token }
    if body ~= "" then headers["Content-Type"] = "application/json" end
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
end

function request()
  position = position % #requests + 1
  return requests[position]
end

function done(summary, latency)
  io.write(("\nrequests=%d microseconds=%d p99=%d\n"):format(summary.requests, summary.duration, latency:percentile(99)))
  for kind, count in pairs(summary.errors) do
    if count > 0 then io.write(("failed by %s: %d\n"):format(kind, count)) end
  end
end

-- Lets wrk send requests from a file: method, path, token and body, separated by tabs, one request per line. Ten number
-- signs in a body become a number that no other request has: repeated progress would change nothing.
local requests, position, numbered = {}, 0, false
-- 100,000 numbers for each second, so that no two runs share any, of ten digits.
local first = os.time() % 90000 * 100000

function init(arguments)
  for line in io.lines(arguments[1]) do
    local method, path, token, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)$")
    local headers = { Authorization = "Bearer " .. token }
    if body ~= "" then headers["Content-Type"] = "application/json" end
    numbered = numbered or body:find("##########", 1, true)
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
end

function request()
  position = position + 1
  local text = requests[(position - 1) % #requests + 1]
  return numbered and text:gsub("##########", ("%010d"):format(first + position)) or text
end

function done(summary, latency)
  io.write(("\nrequests=%d microseconds=%d p99=%d\n"):format(summary.requests, summary.duration, latency:percentile(99)))
  for kind, count in pairs(summary.errors) do
    if count > 0 then io.write(("failed by %s: %d\n"):format(kind, count)) end
  end
end

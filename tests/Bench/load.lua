-- wrk -s load.lua URL -- GET|POST FILE: each line of the file is an address to get or a body to post; they take turns.
local lines, at = {}, 0

function init(args)
  for line in io.lines(args[2]) do
    lines[#lines + 1] = args[1] == "GET" and wrk.format("GET", line) or wrk.format("POST", nil, nil, line)
  end
end

function request()
  at = at % #lines + 1
  return lines[at]
end

function done(summary, latency)
  local wrong = summary.errors
  io.write(string.format("result %d %d %d %d %d\n", summary.requests, summary.duration,
    wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout, latency:percentile(50), latency:percentile(95)))
end

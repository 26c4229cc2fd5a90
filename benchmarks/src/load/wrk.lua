-- Rotates through the requests given as arguments and prints what wrk counted, in one line that a program can read.
local requests = {}
local turn = 0

function init(args)
  local method, file = args[1], args[2]
  for path in io.lines(file) do
    requests[#requests + 1] = wrk.format(method, path)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency, requests)
  local e = summary.errors
  print(string.format("watt requests=%d micros=%d faults=%d p50=%d p99=%d",
    summary.requests, summary.duration, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50), latency:percentile(99)))
end

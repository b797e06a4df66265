namespace Simulator.Experiments.Elicitation.Asking;

/// <summary>Questions as a person would ask them.</summary>
internal static class QuestionWords
{
    /// <summary>A question about the quantity at a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="doc">What the grammar says of its key: asked for where there are no better words.</param>
    public static string Of(string path, string doc)
    {
        var keys = path.Split('.');
        return keys switch
        {
            ["update", "steps", var step, .. var rest] => $"Step {step}: {Step(rest, doc)}",
            ["services", var service, _, .. var rest] => $"Service {service}: {Service(rest, doc)}",
            ["rollout", .. var rest] => $"Rollout: {Rollout(rest, doc)}",
            _ => Fallback(keys, doc),
        };
    }

    private static string Step(string[] keys, string doc) =>
        keys switch
        {
            ["takes"] => "how long does it take?",
            ["takes", .., "median"] => "within what time are half of the nodes done?",
            ["takes", .., ['p', >= '0' and <= '9', >= '0' and <= '9'] share] =>
                $"within what time are {share[1..]} in 100 nodes done?",
            ["takes", .., "mean"] => "how long does it take, averaged over the nodes?",
            ["takes", .., "cv"] => "how much do nodes differ: standard deviation over mean?",
            ["takes", .., "min"] => "what is the shortest time in which a node is done?",
            ["takes", .., "mode"] => "what is the most usual time in which a node is done?",
            ["takes", .., "max"] => "what is the longest time that a node takes?",
            ["transfer"] => "how much data does a node fetch?",
            ["calls", var bucket] => $"how many calls does a node make to {bucket}?",
            ["needs", var budget, ..] => $"how much of {budget} does a node hold?",
            ["poll"] or ["poll", "period"] => "how often is looked whether it is done?",
            ["fails"] or ["fails", "share"] => "how many in 100 attempts fail?",
            ["fails", "time-out"] or ["time-out"] => "after what time is an attempt given up?",
            ["retry", "limit"] => "how many times is it tried again?",
            ["retry", "backoff", ..] => "how long is the pause before it is tried again?",
            _ => Fallback(keys, doc),
        };

    private static string Service(string[] keys, string doc) =>
        keys switch
        {
            ["servers"] => "how many does it serve at once?",
            ["bandwidth"] => "how much can all nodes together fetch?",
            ["per-node"] => "how much can one node fetch?",
            ["rate"] => "how many calls does it take?",
            ["burst"] => "how many calls does it take at one blow?",
            ["capacity"] => "how much is there in all?",
            _ => Fallback(keys, doc),
        };

    private static string Rollout(string[] keys, string doc) =>
        keys switch
        {
            ["limit"] or ["limit", "max-unavailable"] => "how many may be out of service at once?",
            ["limit", "cap"] => "how many may be out of service at once whatever the share says?",
            _ => Fallback(keys, doc),
        };

    private static string Fallback(string[] keys, string doc) => $"{string.Join(' ', keys)}? {doc}".TrimEnd();
}

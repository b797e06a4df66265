namespace Simulator.Reporting.Plots;

/// <summary>Causes in the words of the pictures.</summary>
internal static class Names
{
    /// <summary>The cause with its symbol where it has one.</summary>
    public static string Of(string cause) =>
        cause switch
        {
            "one node" => "one node (T_1)",
            "stragglers" => "stragglers (to T_inf)",
            _ => cause,
        };
}

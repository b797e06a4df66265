namespace Simulator.Kernel.Processes;

/// <summary>The name that the author gave to an <c>async</c> method, from the type that the compiler made of it.</summary>
internal static class MethodName
{
    private const string LocalMark = ">g__";

    /// <summary><c>&lt;Update&gt;d__5</c> and <c>&lt;&lt;Rollout&gt;g__Update|0_1&gt;d</c> are both <c>Update</c>.</summary>
    public static string Of(Type stateMachine)
    {
        var name = stateMachine.Name;
        var local = name.IndexOf(LocalMark, StringComparison.Ordinal);
        if (local >= 0)
        {
            var start = local + LocalMark.Length;
            var end = name.IndexOf('|', start);
            return end < 0 ? name[start..] : name[start..end];
        }

        var close = name.IndexOf('>', StringComparison.Ordinal);
        return name.StartsWith('<') && close > 1 ? name[1..close].TrimStart('<') : name;
    }
}

namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>Says in the user's words what the YAML parser complains about.</summary>
internal static class YamlProblems
{
    private static readonly (string Theirs, string Found, string Cure)[] Known =
    [
        (
            "invalid mapping",
            "a second ': ' stands in one value, or the indentation is wrong",
            "Indent keys of one map equally, write short maps as '{ key: value }', quote texts that hold ': '."
        ),
        ("found unexpected end of stream", "a quote is opened here and never closed", "Close it."),
        ("did not find expected ',' or '}'", "a '{' before this place is never closed", "Close it with '}'."),
        ("did not find expected ',' or ']'", "a '[' before this place is never closed", "Close it with ']'."),
        ("did not find expected node content", "a value is missing, or a bracket is never closed", "Write the value."),
        ("state of the object", "a bracket is opened here and never closed", "Close it."),
        ("expected key", "a key with a colon is needed", "Write 'key: value', indented like the keys beside it."),
        ("cannot start any token", "this character cannot begin a value", "Put the value into quotes."),
        ("surrogate", "an escape here stands for half of a character", "Write the character itself."),
        ("Global tags", "a tag that means nothing follows", "Remove it; the key says what is meant."),
        ("tab", "a tab stands in the indentation", "Write two blanks."),
    ];

    /// <summary>What is wrong and what helps.</summary>
    /// <param name="message">The parser's own words.</param>
    /// <returns>A clause and a sentence, the latter may be empty.</returns>
    public static (string Found, string Cure) Explain(string message)
    {
        foreach (var (theirs, found, cure) in Known)
        {
            if (message.Contains(theirs, StringComparison.OrdinalIgnoreCase))
            {
                return ("this is not YAML: " + found, cure);
            }
        }

        var words = message.Split('\n')[0].TrimEnd('.', '\r');
        return ($"this is not YAML: {IssueList.Quote(words).Trim('\'')}", "");
    }
}

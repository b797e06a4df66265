using Simulator.Experiments.Elicitation.Answers;
using Simulator.Experiments.Elicitation.Pooling;
using Simulator.Experiments.Elicitation.Uncertainty;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Elicitation;

/// <summary>What <c>elicit</c> found out from the answers of experts.</summary>
public sealed record ElicitResult
{
    /// <summary>The scenario that was asked about.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The answers.</summary>
    public required AnswerSet Answers { get; init; }

    /// <summary>How they were pooled and drawn.</summary>
    public required ElicitTerms Terms { get; init; }

    /// <summary>Replications of each draw.</summary>
    public required int Replications { get; init; }

    /// <summary>T_inf(N), the theoretical O(1) number.</summary>
    public required UncertainTime Floor { get; init; }

    /// <summary>T(N); null where too many rollouts stop.</summary>
    public UncertainTime? Time { get; init; }

    /// <summary>Draws of which every rollout completed, in their order: those behind <see cref="Time"/>.</summary>
    public required IReadOnlyList<int> Completed { get; init; }

    /// <summary>What is not known, the one first that is worth most to T_inf(N), then to T(N).</summary>
    public required IReadOnlyList<QuestionValue> Values { get; init; }

    /// <summary>The experts, by name.</summary>
    public required IReadOnlyList<ExpertRecord> Experts { get; init; }

    /// <summary>The times with every question at the middle of its pool.</summary>
    public required TornadoEnd AtMiddle { get; init; }

    /// <summary>The numbers drawn, shape [draws][questions], questions in the order of <see cref="Pooled"/>.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Draws { get; init; }

    /// <summary>The answered questions in the order of the scenario.</summary>
    public required IReadOnlyList<PooledQuestion> Pooled { get; init; }

    /// <summary>Draws that contradicted themselves and were drawn again.</summary>
    public required int Redrawn { get; init; }

    /// <summary>Why the last of them did; empty where none did.</summary>
    public required string RedrawnBecause { get; init; }

    /// <summary>Key paths and texts that put the middle of every pool into the scenario.</summary>
    public required IReadOnlyList<(string Path, string Value)> Changes { get; init; }

    /// <summary>SHA-256 of all that the findings depend on, the numbers of draws and replications apart.</summary>
    public string Hash => HashOf(Scenario, Answers, Terms);

    /// <summary>SHA-256 of scenario, answers and weights, 64 small hexadecimal digits.</summary>
    public static string HashOf(Scenario scenario, AnswerSet answers, ElicitTerms terms)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(terms);
        var text = $"{scenario.Hash}\n{answers.Hash}\n{(terms.IsWeighted ? "confidence" : "equal")}";
        return Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))
        );
    }
}

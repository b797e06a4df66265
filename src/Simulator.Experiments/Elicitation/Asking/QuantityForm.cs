using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Elicitation.Asking;

/// <summary>How a quantity is written in a scenario.</summary>
/// <param name="Shape">The grammar of its value.</param>
/// <param name="Dimension">What kind of quantity it is.</param>
/// <param name="Scale">Base units in one of the unit in which it is asked for.</param>
/// <param name="IsWhole">Whether only whole numbers fit.</param>
internal sealed record QuantityForm(ScalarShape Shape, string Dimension, double Scale, bool IsWhole);

namespace Simulator.Analysis.MeanField;

/// <summary>What each customer fetches at the begin of a stage.</summary>
/// <param name="Link">The number of the link in <see cref="FlowNetwork.Links"/>.</param>
/// <param name="Bits">The size of one flow, above 0.</param>
/// <param name="Flows">Flows of one customer: its nodes.</param>
public readonly record struct FlowTransfer(int Link, double Bits, double Flows);

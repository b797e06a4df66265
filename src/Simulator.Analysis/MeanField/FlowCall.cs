namespace Simulator.Analysis.MeanField;

/// <summary>Tokens that each customer takes before it starts a stage.</summary>
/// <param name="Bucket">The number of the bucket in <see cref="FlowNetwork.Buckets"/>.</param>
/// <param name="Tokens">How many, above 0.</param>
public readonly record struct FlowCall(int Bucket, double Tokens);

namespace Cambrian.Models.Calls;

/// <summary>What a run may spend on models, over all calls that go on with it. Null for no limit.</summary>
/// <param name="Money">In the currency of the prices.</param>
/// <param name="Tokens">Input and output together.</param>
public sealed record SpendingLimit(double? Money = null, long? Tokens = null);

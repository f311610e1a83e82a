namespace Cambrian.Sandbox.Tests;

/// <summary>Tests that look at what the whole process leaves on the machine, or at the clock: one after the other, when all others are done.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

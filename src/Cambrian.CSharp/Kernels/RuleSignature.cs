using System.Collections.Immutable;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels;

/// <summary>What a problem declares of the rule that is searched for.</summary>
public sealed record RuleSignature
{
    /// <summary>The static method that is the rule: "Type.Method", or the method's name alone.</summary>
    public required string Entry { get; init; }

    /// <summary>What is known of its parameters, by name; those not listed are read from the method's header and have no range.</summary>
    public ImmutableArray<RuleParameter> Parameters { get; init; } = [];

    /// <summary>Functions it may call, by the name it calls them with.</summary>
    public ImmutableArray<Function> Toolbox { get; init; } = [];
}

using System.Collections.Immutable;

namespace Cambrian.Numerics.Expressions;

/// <summary>A function that expressions may call: pure, total, declared outside. Functions are the same when their names are.</summary>
/// <param name="Name">Unique within a toolbox; printed as it stands, for instance "Toolbox.Smooth".</param>
/// <param name="Result">What it returns.</param>
/// <param name="Parameters">What it takes; at most eight.</param>
public sealed record Function(string Name, Kind Result, ImmutableArray<Kind> Parameters)
{
    /// <inheritdoc/>
    public bool Equals(Function? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

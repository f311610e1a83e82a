using System.Collections.Immutable;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels.Reading;

/// <summary>What the names mean at one point of a program: a value each, or null before the first assignment. Immutable.</summary>
internal sealed record Scope(ImmutableDictionary<string, (KernelType Type, Bound? Value)> Names)
{
    public static Scope Empty { get; } = new(ImmutableDictionary.Create<string, (KernelType Type, Bound? Value)>(StringComparer.Ordinal));

    public Scope With(string name, KernelType type, Bound? value) => new(Names.SetItem(name, (type, value)));

    /// <summary>What the names mean after a choice between two ways that both started here.</summary>
    public Scope Merge(Expression condition, Scope whenTrue, Scope whenFalse)
    {
        var names = Names;
        foreach (var (name, (type, _)) in Names)
        {
            var (one, other) = (whenTrue.Names[name].Value, whenFalse.Names[name].Value);
            if (one != other)
            {
                Bound? merged = one is { } first && other is { } second ? Choice(condition, first, second) : null;
                names = names.SetItem(name, (type, merged));
            }
            else
            {
                names = names.SetItem(name, (type, one));
            }
        }

        return new(names);
    }

    public static Bound Choice(Expression condition, Bound whenTrue, Bound whenFalse)
    {
        var type = whenTrue.Type == whenFalse.Type ? whenTrue.Type : KernelType.Double;
        return new(Expression.If(condition, whenTrue.Value, whenFalse.Value), type, Math.Min(whenTrue.Low, whenFalse.Low), Math.Max(whenTrue.High, whenFalse.High));
    }
}

using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels;

/// <summary>Fixed inputs on which two rules are compared before anybody evaluates them.</summary>
internal sealed class Probes
{
    private const int Count = 48;
    private readonly double[][] _inputs;

    /// <summary>Probes over the inputs: values within their ranges, whole ones, ends of ranges, and equal ones.</summary>
    public Probes(ImmutableArray<Variable> variables, int inputs)
    {
        var random = Randomness.From(inputs);
        _inputs = [.. Enumerable.Range(0, Count).Select(_ => new double[inputs])];
        foreach (var row in _inputs)
        {
            var share = random.NextDouble();
            foreach (var variable in variables)
            {
                row[variable.Index] = Value(variable, share, random);
            }
        }
    }

    /// <summary>Whether two rules differ on any probe. Rules that call functions count as different.</summary>
    public bool Differ(Expression first, Expression second)
    {
        if (Calls(first) || Calls(second))
        {
            return true;
        }

        var (one, other) = (new Bytecode(first, []), new Bytecode(second, []));
        return _inputs.Any(row => !one.Run(row).Equals(other.Run(row)));
    }

    private static bool Calls(Expression rule) => rule.Operation == Operation.Call || rule.Operands.Any(Calls);

    // Where several inputs share a range, equal values are worth a look: the same share of the range for all.
    private static double Value(Variable variable, double share, Random random)
    {
        if (variable.Kind == Kind.Truth)
        {
            return random.Next(2);
        }

        var (lower, upper) = variable.HasRange ? (variable.Lower, variable.Upper) : (-10, 10);
        var part = random.Next(4) switch { 0 => share, 1 => random.Next(2), _ => random.NextDouble() };
        var value = lower + (part * (upper - lower));
        return upper - lower > 2 && random.Next(2) == 0 ? Math.Round(value) : value;
    }
}

using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.CSharp.Kernels.Writing;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels;

/// <summary>Everything around a block: the text before and after it, and the names it may read. Shared by a kernel and its descendants.</summary>
public sealed class KernelFrame
{
    private readonly IReadOnlyList<Expression?> _definitions;
    private readonly string _before;
    private readonly string _after;
    private readonly KernelPrinter _printer;
    private readonly Lazy<Probes> _probes;

    internal KernelFrame(BlockText text, KernelType result, ImmutableArray<KernelSymbol> symbols, RuleSignature signature)
    {
        (Path, _before, _after, Result, Symbols, Toolbox) = (text.Path, text.Before, text.After, result, symbols, signature.Toolbox);
        _definitions = [.. symbols.Select(symbol => symbol.Definition)];
        _printer = new KernelPrinter(symbols, text.Tail, text.Indent);
        Kinds = [.. symbols.TakeWhile(symbol => symbol.Definition is null).Select(symbol => symbol.Kind)];
        Variables = [.. symbols.Select((symbol, index) => Describe(symbol, index, signature))];
        _probes = new Lazy<Probes>(() => new Probes(Variables, Symbols.Length));
    }

    /// <summary>The file the block is in.</summary>
    public string Path { get; }

    /// <summary>What the method returns.</summary>
    public KernelType Result { get; }

    /// <summary>What the block may read: the method's parameters first, then constants and locals defined before the block.</summary>
    public ImmutableArray<KernelSymbol> Symbols { get; }

    /// <summary>What the block may call.</summary>
    public ImmutableArray<Function> Toolbox { get; }

    /// <summary>Kinds of the method's parameters.</summary>
    public ImmutableArray<Kind> Kinds { get; }

    /// <summary>The symbols as growing expressions sees them, with the ranges that the problem declares.</summary>
    public ImmutableArray<Variable> Variables { get; }

    /// <summary>Whether a part of one kernel can be put into another: they read the same names.</summary>
    public bool Fits(KernelFrame other) => ReferenceEquals(this, other) || (Result == other.Result && Symbols.SequenceEqual(other.Symbols));

    internal Artifact Fill(Artifact artifact, Expression rule) => artifact.With(Path, _before + _printer.Print(rule) + _after);

    /// <summary>Whether two rules differ on fixed probes within the declared ranges; rules that call functions count as different.</summary>
    public bool Differ(Expression first, Expression second) => _probes.Value.Differ(first, second);

    internal Expression Inline(Expression rule) => _definitions.All(definition => definition is null) ? rule : rule.Substitute(_definitions);

    // A constant has no range to draw from: its own value is one name away.
    private static Variable Describe(KernelSymbol symbol, int index, RuleSignature signature) =>
        signature.Parameters.FirstOrDefault(parameter => parameter.Name == symbol.Name) is { } declared
            ? new Variable(index, symbol.Kind, declared.Lower, declared.Upper)
            : new Variable(index, symbol.Kind);
}

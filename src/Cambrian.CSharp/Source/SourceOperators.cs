using System.Collections.Immutable;
using Cambrian.CSharp.Source.Edits;

namespace Cambrian.CSharp.Source;

/// <summary>The typed edits of C# source, as proposers that share one cache of analysed programs.</summary>
public static class SourceOperators
{
    /// <summary>All of them, always in the same order.</summary>
    public static ImmutableArray<SourceProposer> All(SourceOptions? options = null)
    {
        var chosen = options ?? new SourceOptions();
        var programs = new ProgramCache(chosen);
        return [.. Edits(chosen).Select(edit => new SourceProposer(edit, chosen, programs))];
    }

    internal static ISourceEdit[] Edits(SourceOptions options) =>
    [
        new ExchangeExpression(fromMate: false),
        new ExchangeExpression(fromMate: true),
        new ReplaceOperator(),
        new PerturbLiteral(all: false),
        new PerturbLiteral(all: true),
        new AddFeature(),
        new WrapExpression(),
        new CallToolbox(options.Toolbox),
        new ShrinkExpression(hoist: true),
        new ShrinkExpression(hoist: false),
        new GuardStatement(),
        new DeleteStatement(),
        new CopyStatement(fromMate: false),
        new CopyStatement(fromMate: true),
        new MoveStatement(),
        new ChangeBound(),
        new LeaveLoop(),
        new CrossMethod(join: false),
        new CrossMethod(join: true),
        new FactorOut(),
        new ApplyIdiom(),
    ];
}

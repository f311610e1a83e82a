using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source;

/// <summary>What depends on a statement.</summary>
internal static class StatementFacts
{
    /// <summary>Whether the program still compiles, and its loops still end, when the statement is sometimes or never run.</summary>
    internal static bool IsDispensable(SourceProgram program, StatementSyntax statement) =>
        !DeclaresForOthers(program, statement) && !AssignsWhatIsUnassigned(program, statement) && !DrivesLoop(program, statement)
        && !HasLabel(statement) && !LeavesEndlessLoop(statement) && EndsNormally(program, statement);

    /// <summary>Whether the statement makes sense at another place of the same function.</summary>
    internal static bool IsPortable(SourceProgram program, StatementSyntax statement) =>
        !HasLabel(statement) && statement is not LocalFunctionStatementSyntax && !DeclaresForOthers(program, statement) && EndsNormally(program, statement);

    /// <summary>Whether a name it declares is used outside of it.</summary>
    internal static bool DeclaresForOthers(SourceProgram program, StatementSyntax statement) =>
        program.DeclaredIn(statement).Any(variable => variable.Uses.Exists(use => !statement.Span.Contains(use.Node.Span)));

    /// <summary>Whether what follows the statement can be reached through it.</summary>
    internal static bool EndsNormally(SourceProgram program, StatementSyntax statement) =>
        program.FileOf(statement).Model.AnalyzeControlFlow(statement) is { Succeeded: true, EndPointIsReachable: true };

    /// <summary>Jumps to somewhere outside of the statement: break, continue, return, yield, goto.</summary>
    internal static IEnumerable<StatementSyntax> Jumps(StatementSyntax statement) =>
        statement.DescendantNodesAndSelf(node => node == statement || !Enclosing.IsFunction(node)).OfType<StatementSyntax>().Where(jump => jump switch
        {
            ReturnStatementSyntax or GotoStatementSyntax or YieldStatementSyntax => true,
            BreakStatementSyntax => !Within(jump, statement, breaks: true),
            ContinueStatementSyntax => !Within(jump, statement, breaks: false),
            _ => false,
        });

    /// <summary>Whether its jumps have somewhere to go from a place, and return what the function there returns.</summary>
    internal static bool JumpsFit(SourceProgram donor, StatementSyntax statement, SourceProgram target, SyntaxNode place)
    {
        foreach (var jump in Jumps(statement))
        {
            var fits = jump switch
            {
                BreakStatementSyntax or ContinueStatementSyntax => Enclosing.Loops(place).FirstOrDefault() is { } loop && !Enclosing.IsEndless(loop) && InLoopOnly(place, loop),
                ReturnStatementSyntax => Result(donor, statement) is { } result && result == Result(target, place),
                _ => false,
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The type that the function around a node returns, as text; null for lambdas and iterators.</summary>
    internal static string? Result(SourceProgram program, SyntaxNode node)
    {
        var function = Enclosing.Function(node);
        if (function is null or AnonymousFunctionExpressionSyntax || program.FileOf(node).Model.GetDeclaredSymbol(function) is not IMethodSymbol method)
        {
            return null;
        }

        var iterates = function.DescendantNodes().Any(part => part is YieldStatementSyntax);
        return iterates || method.RefKind != RefKind.None ? null : method.ReturnType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
    }

    private static bool InLoopOnly(SyntaxNode place, SyntaxNode loop) =>
        !place.Ancestors().TakeWhile(around => around != loop).Any(around => around is SwitchStatementSyntax);

    private static bool Within(SyntaxNode jump, SyntaxNode statement, bool breaks) =>
        jump.Ancestors().TakeWhile(around => statement.Span.Contains(around.Span)).Any(around => Enclosing.IsLoop(around) || (breaks && around is SwitchStatementSyntax));

    private static bool AssignsWhatIsUnassigned(SourceProgram program, StatementSyntax statement) =>
        program.UsesIn(statement).Any(use => use is { IsWrite: true, Variable.IsAssigned: false } && !statement.Span.Contains(use.Variable.Declaration.Span));

    // It assigns to what a loop around it waits for, or calls a method of it: a queue that is worked off.
    private static bool DrivesLoop(SourceProgram program, StatementSyntax statement)
    {
        var control = program.ControlVariables(statement);
        return control.Count > 0 && program.UsesIn(statement).Any(use => control.Contains(use.Variable) && (use.IsWrite || use.Node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax }));
    }

    private static bool HasLabel(StatementSyntax statement) =>
        statement.DescendantNodesAndSelf().Any(node => node is LabeledStatementSyntax or GotoStatementSyntax or YieldStatementSyntax)
        || statement.Parent is SwitchSectionSyntax section && section.Statements.Count == 1;

    private static bool LeavesEndlessLoop(StatementSyntax statement) =>
        Jumps(statement).Any(jump => jump is BreakStatementSyntax or ReturnStatementSyntax) && Enclosing.Loops(statement).Any(Enclosing.IsEndless);
}

using System.Reflection;
using Cambrian.Core;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Source.Mutants.Rules;
using Microsoft.CodeAnalysis;

namespace Cambrian.CSharp.Source.Mutants;

/// <summary>
/// Every program that is one edit away from a program, always in the same order. Edits that exchange (operators, variables,
/// literals and their neighbours, conditions and their opposites, arguments, statements) have their inverse in the space of
/// what they make; deletions and hoists have not.
/// </summary>
public sealed class MutantSpace
{
    private const string SwitchFile = "MutantSwitch.cs";

    private static readonly IMutation[] Rules =
    [
        new OperatorRule(), new EffectRule(), new LiteralRule(), new VariableRule(), new NegationRule(), new HoistRule(), new OffByOneRule(), new OrderRule(), new JumpRule(), new StatementRule(),
    ];

    private readonly SourceProgram _program;
    private readonly IReadOnlyList<Alteration> _alterations;

    private MutantSpace(SourceProgram program, IReadOnlyList<Alteration> alterations, Artifact schema)
    {
        (_program, _alterations, Schema) = (program, alterations, schema);
        Mutants = [.. alterations.Index().Select(pair => Describe(pair.Index + 1, pair.Item))];
    }

    /// <summary>What a schema may be compiled with: it is larger and deeper than what people write.</summary>
    public static SourceLimits SchemaLimits { get; } = new() { Characters = 2_000_000, Depth = 2_000, Signs = 10_000, BracketsBesideInterpolation = 200_000 };

    /// <summary>The mutants; the first has number 1.</summary>
    public IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>One program that is every mutant: <c>MutantSwitch.Holds</c> in it runs a condition with one of them switched on.</summary>
    public Artifact Schema { get; }

    /// <summary>The space around a program.</summary>
    /// <param name="program">What compiles against <see cref="ReferenceSet.Candidate"/>.</param>
    /// <param name="cancellation">Obeyed while it is read.</param>
    /// <exception cref="ArgumentException">The program does not parse, or does not compile.</exception>
    public static MutantSpace Of(Artifact program, CancellationToken cancellation)
    {
        var compiler = new CandidateCompiler(ReferenceSet.Candidate, limits: SchemaLimits);
        if (compiler.Check(program, cancellation) is [var error, ..])
        {
            throw new ArgumentException($"Mutants are made of programs that compile; this one does not: {error}", nameof(program));
        }

        var read = SourceReader.Read(compiler, program, cancellation) ?? throw new InvalidOperationException("A program that compiles could not be read.");

        IReadOnlyList<Alteration> alterations = [.. Distinct(Rules.SelectMany(rule => rule.In(read))).OrderBy(alteration => alteration.Node.SpanStart)];
        while (true)
        {
            var writer = new SchemaWriter(read, alterations);
            var schema = writer.Write().With(SwitchFile, SwitchSource());
            var refused = Refused(compiler, schema, writer, cancellation);
            if (refused.Count == 0)
            {
                return new MutantSpace(read, alterations, schema);
            }

            alterations = [.. alterations.Index().Where(pair => !refused.Contains(pair.Index + 1)).Select(pair => pair.Item)];
        }
    }

    /// <summary>The program with one edit made.</summary>
    public Artifact Apply(Mutant mutant) =>
        SourceChange.Apply(_program, _alterations[mutant.Number - 1].Changes(_program), _program.Blocks, int.MaxValue)
        ?? throw new InvalidOperationException($"Mutant {mutant.Number} ({mutant.Kind}, line {mutant.Line}) changes nothing; its rule must not offer it.");

    private static IEnumerable<Alteration> Distinct(IEnumerable<Alteration> alterations) =>
        alterations.DistinctBy(alteration => (alteration.Node, alteration.Form, alteration.Text));

    // Types are respected by the rules, but a compiler knows more reasons to refuse than a rule can foresee.
    private static HashSet<int> Refused(CandidateCompiler compiler, Artifact schema, SchemaWriter writer, CancellationToken cancellation)
    {
        var (trees, errors) = compiler.Parse(schema, cancellation);
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"A schema does not parse: {errors[0]}");
        }

        var faults = compiler.Bind(trees, "schema").GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        var refused = writer.Pieces
            .Where(piece => piece.Mutant > 0 && faults.Exists(fault => fault.Location.SourceTree?.FilePath == piece.Path && piece.Span.OverlapsWith(fault.Location.SourceSpan)))
            .Select(piece => piece.Mutant)
            .ToHashSet();
        return faults.Count == 0 || refused.Count > 0 ? refused : throw new InvalidOperationException($"A schema does not compile, and no mutant is to blame: {faults[0]}");
    }

    private static string SwitchSource()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(SwitchFile)
            ?? throw new InvalidOperationException("The assembly lacks the switch of mutant schemata; build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Mutant Describe(int number, Alteration alteration) => new(
        number,
        alteration.Kind,
        Surroundings.Of(alteration.Node),
        alteration.Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
        alteration.Node.ToString(),
        alteration.Text);
}

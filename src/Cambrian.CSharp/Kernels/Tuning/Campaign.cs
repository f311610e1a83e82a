using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.Numerics.Expressions;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.CSharp.Kernels.Tuning;

/// <summary>
/// The numbers of one rule under way to better ones, by CMA-ES around where they were found. Immutable: learning gives the
/// next state, so a step that was chosen earlier keeps sampling from what was known then.
/// </summary>
internal sealed record Campaign
{
    // One unit of the strategy's space, as a share of a number's size; near zero it is absolute.
    private const double Unit = 0.15;
    private const double Least = 0.05;

    // Generations without a new best after which the rule counts as tuned.
    private const int Patience = 8;

    private readonly ImmutableArray<double> _start;
    private Campaign(Candidate best, KernelProgram program, ImmutableArray<double> start)
    {
        (Best, Program, Form, _start) = (best, program, Literals.Form(program.Rule), start);
        Search = new CmaEs(new double[start.Length], sigma: 1);
    }

    /// <summary>The best with this form so far, and the main parent of what is sampled.</summary>
    public Candidate Best { get; private init; }

    /// <summary>The rule the campaign began with.</summary>
    public KernelProgram Program { get; }

    /// <summary>The rule's form.</summary>
    public Expression Form { get; }

    /// <summary>Whether it has come to an end: nothing better for long, or all samples are alike.</summary>
    public bool IsOver => SinceBest >= Patience * Search.Population || Search.Sigma < 1e-3;

    /// <summary>A campaign for a program; null when it has no numbers.</summary>
    public static Campaign? For(Candidate candidate, KernelProgram program) =>
        Literals.Of(program.Rule) is { IsEmpty: false } start && start.All(double.IsFinite) ? new Campaign(candidate, program, start) : null;

    private CmaEs Search { get; init; }

    private ImmutableList<(double[] Place, double Worth)> Generation { get; init; } = [];

    private int SinceBest { get; init; }

    /// <summary>The rule with other numbers.</summary>
    public Expression Sample(Random random)
    {
        var place = Search.Sample(random);
        return Literals.Replace(Program.Rule, [.. place.Select((z, i) => _start[i] + (z * Size(i)))]);
    }

    /// <summary>The state after a sample was measured; unchanged when the rule is not of this form.</summary>
    public Campaign With(Step step, KernelProgram sampled)
    {
        if (step.Evaluation is not { } evaluation || !Literals.Form(sampled.Rule).Equals(Form))
        {
            return this;
        }

        var values = Literals.Of(sampled.Rule);
        double[] place = [.. values.Select((value, i) => (value - _start[i]) / Size(i))];
        var better = step.Admitted is { } candidate && candidate.Beats(Best);
        return (this with
        {
            Best = better ? step.Admitted! : Best,
            SinceBest = better ? 0 : SinceBest + 1,
            Generation = Generation.Add((place, Worth(evaluation))),
        }).Bred();
    }

    private Campaign Bred()
    {
        if (Generation.Count < Search.Population)
        {
            return this;
        }

        var next = Search.Copy();
        next.Update([.. Generation.OrderByDescending(sample => sample.Worth).Select(sample => sample.Place)]);
        return this with { Search = next, Generation = [] };
    }

    // One that was stopped early is worth what it lost to the best on the cases that both have seen.
    private double Worth(Evaluation evaluation)
    {
        if (evaluation.Complete || evaluation.Outcome != Outcome.Valid)
        {
            return evaluation.Score;
        }

        var rival = Best.Evaluation.Cases;
        var common = Math.Min(rival.Length, evaluation.Cases.Length);
        return Best.Score + Enumerable.Range(0, common).Average(index => evaluation.Cases[index] - rival[index]);
    }

    private double Size(int index) => Unit * Math.Max(Math.Abs(_start[index]), Least);
}

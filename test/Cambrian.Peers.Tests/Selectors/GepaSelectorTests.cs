using Cambrian.Core.Archives;
using Cambrian.Peers.Archives;
using Cambrian.Peers.Selectors;
using CsCheck;

namespace Cambrian.Peers.Tests.Selectors;

public sealed class GepaSelectorTests : SelectorConformance
{
    // Scores of few values, so that many are best together.
    private static readonly Gen<Candidate[]> Programs = Gen.Int[0, 3].Array[4].Array[1, 14]
        .Select(all => all.Select((cases, step) => Draws.Cased(step, [.. cases.Select(score => (double)score)])).ToArray());

    protected override ISelector Create() => new GepaSelector();

    [Fact]
    public void A_program_that_shares_its_only_case_with_a_better_one_is_left_out()
    {
        // The paper's example: the second is best on the first case alone, and the third on that one and another.
        Candidate[] kept = [Draws.Cased(0, 1, 1, 9, 1), Draws.Cased(1, 5, 1, 1, 1), Draws.Cased(2, 5, 6, 1, 7)];
        Assert.Equal([1, 0, 3], GepaSelector.Frequencies(kept));
        Draws.Agree(Create(), kept, new Dictionary<int, double> { [0] = 0.25, [2] = 0.75 });
    }

    [Fact]
    public void Parents_are_drawn_by_the_number_of_their_cases()
    {
        Candidate[] kept = [Draws.Cased(0, 9, 9, 9, 0, 0, 0), Draws.Cased(1, 0, 0, 0, 9, 9, 0), Draws.Cased(2, 0, 0, 0, 0, 0, 9), Draws.Cased(3, 8, 8, 8, 8, 8, 8)];
        Draws.Agree(Create(), kept, new Dictionary<int, double> { [0] = 3 / 6.0, [1] = 2 / 6.0, [2] = 1 / 6.0 });
    }

    [Fact]
    public void Every_case_keeps_somebody_and_whoever_stays_is_needed() => Programs.Sample(kept =>
    {
        var frequencies = GepaSelector.Frequencies(kept);
        var stays = kept.Where((_, index) => frequencies[index] > 0).ToList();
        bool Best(Candidate candidate, int problemCase) => candidate.Evaluation.Cases[problemCase] == kept.Max(other => other.Evaluation.Cases[problemCase]);
        return Enumerable.Range(0, 4).All(problemCase => stays.Exists(candidate => Best(candidate, problemCase)))
            && stays.TrueForAll(candidate => Enumerable.Range(0, 4).Any(problemCase => stays.FindAll(other => Best(other, problemCase)) is [var only] && only == candidate));
    });

    [Fact]
    public void What_the_archive_forgets_would_never_be_drawn() => Programs.Sample(offered =>
    {
        Candidate[] distinct = [.. offered.GroupBy(candidate => string.Join(' ', candidate.Evaluation.Cases)).Select(alike => alike.First())];
        var (fronts, everything) = (new CaseFrontArchive(), new EveryArchive());
        foreach (var candidate in distinct)
        {
            fronts.Add(candidate);
            everything.Add(candidate);
        }

        Assert.Equal(Drawn(everything.Kept), Drawn(fronts.Kept));
    });

    [Fact]
    public void Only_the_order_of_the_scores_of_a_case_matters() => Programs.Sample(kept =>
    {
        // Frequencies before anything is left out depend on each case alone; whom to leave out first, on the mean.
        Candidate[] stretched = [.. kept.Select(candidate => candidate with { Evaluation = candidate.Evaluation with { Cases = [.. candidate.Evaluation.Cases.Select((score, index) => Math.Exp(score * (index + 1)))] } })];
        Assert.Equal(GepaSelector.Frequencies(kept), GepaSelector.Frequencies(stretched));
    });

    private static Dictionary<int, double> Drawn(IReadOnlyList<Candidate> kept) =>
        GepaSelector.Frequencies(kept).Select((frequency, index) => (kept[index].Step, frequency)).Where(one => one.frequency > 0).OrderBy(one => one.Step).ToDictionary(one => one.Step, one => one.frequency);
}

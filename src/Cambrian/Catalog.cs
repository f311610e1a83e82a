using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Core.Proposers;
using Cambrian.Core.Selectors;
using Cambrian.Runs;

namespace Cambrian;

/// <summary>Everything that can be chosen by name. Fresh objects for every run.</summary>
internal static class Catalog
{
    /// <summary>Ways to search.</summary>
    public static IReadOnlyDictionary<string, Func<SearchInput, Search>> Strategies { get; } = new Dictionary<string, Func<SearchInput, Search>>(StringComparer.Ordinal)
    {
        ["default"] = Default,
        ["no-crossover"] = input => Default(input with { Operators = [.. input.Operators.Where(arm => !arm.UsesMate)] }),
        ["single-parent"] = input => SingleParent(Obedient(input)),
        ["random"] = input => RandomSampling(Obedient(input)),
    };

    private static Search Default(SearchInput input)
    {
        var search = input.Folder.File.Search;
        var bandit = Bandit(input);
        return new Search
        {
            Bandit = bandit,
            Proposer = new NovelProposer(bandit, tries: 4),
            Archive = new IslandArchive(search.Islands, () => Island(input), patience: 20 * search.Population),
            Selector = new IslandSelector(new TournamentSelector(search.Tournament), migration: 0.05),
        };
    }

    // (1+1): the null arm that says what a population is worth.
    private static Search SingleParent(SearchInput input)
    {
        var bandit = Bandit(input);
        return new Search
        {
            Bandit = bandit,
            Proposer = new NovelProposer(bandit, tries: 4),
            Archive = new PopulationArchive(capacity: 1, tournament: 1),
            Selector = new BestSelector(),
        };
    }

    // Fresh samples around the seed: the null arm that says what selection is worth.
    private static Search RandomSampling(SearchInput input)
    {
        var bandit = Bandit(input);
        return new Search
        {
            Bandit = bandit,
            Proposer = new ChainProposer(bandit, longest: 20),
            Archive = new EveryArchive(),
            Selector = new SeedSelector(),
        };
    }

    // A null arm of selection must not select behind its own back.
    private static SearchInput Obedient(SearchInput input) => input with { Operators = [.. input.Operators.Where(arm => !arm.ChoosesParent)] };

    private static IArchive Island(SearchInput input)
    {
        var measures = input.Folder.File.Measures;
        return measures.Count > 0
            ? new GridArchive(measures.Select(measure => new GridAxis(measure.Metric, measure.Low, measure.High, measure.Cells)))
            : new PopulationArchive(input.Folder.File.Search.Population, input.Folder.File.Search.Tournament);
    }

    private static BanditProposer Bandit(SearchInput input) => new(input.Operators.Select(arm => new Arm(arm.Name, arm.Proposer)));
}

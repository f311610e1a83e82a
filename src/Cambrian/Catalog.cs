using Cambrian.Agents.Allocation;
using Cambrian.Agents.Modification;
using Cambrian.Agents.Selectors;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Core.Policies;
using Cambrian.Core.Proposers;
using Cambrian.Core.Selectors;
using Cambrian.Models.Proposers;
using Cambrian.Models.Selectors;
using Cambrian.Peers.Archives;
using Cambrian.Peers.Selectors;
using Cambrian.Runs;

namespace Cambrian;

/// <summary>Everything that can be chosen by name. Fresh objects for every run.</summary>
internal static class Catalog
{
    /// <summary>The way in which agents also edit the rule that chooses parents.</summary>
    public const string EditableSelection = "editable-selection";

    /// <summary>The Darwin Gödel Machine.</summary>
    public const string DarwinGoedel = "dgm";

    /// <summary>What the edits that need no model are called beside models.</summary>
    public const string EditsName = "edits";

    /// <summary>The way that calls no library function which the program does not call already: what a problem's toolbox is worth.</summary>
    public const string WithoutToolbox = "no-toolbox";

    /// <summary>Ways to search programs.</summary>
    public static IReadOnlyDictionary<string, Func<SearchInput, Search>> Strategies { get; } = new Dictionary<string, Func<SearchInput, Search>>(StringComparer.Ordinal)
    {
        ["default"] = input => Default(input),
        ["lexicase"] = input => Default(input, new LexicaseSelector(pool: 40)),
        ["no-selection"] = input => Default(input, new UniformSelector()),
        ["no-crossover"] = input => Default(input with { Operators = [.. input.Operators.Where(arm => !arm.UsesMate)] }),
        [WithoutToolbox] = input => Default(input with { Operators = [.. input.Operators.Where(arm => !arm.CallsToolbox)] }),
        ["single-parent"] = input => SingleParent(Obedient(input)),
        ["random"] = input => RandomSampling(Obedient(input)),
        ["openevolve"] = input => Published(input, new OpenEvolveSelector(), new IslandArchive(Islands(input), () => Island(input), Laws.Default.Patience(input.Folder.File.Search.Population))),
        ["shinkaevolve"] = input => Published(input, new IslandSelector(new ShinkaEvolveSelector(), migration: 0), new IslandArchive(Islands(input), () => new EliteArchive(), Laws.Default.Patience(input.Folder.File.Search.Population))),
        ["gepa"] = input => Published(input, new GepaSelector(), new CaseFrontArchive()),
        ["adaevolve"] = input => Published(input, new AdaEvolveSelector(), new AdaptiveIslandArchive(Math.Min(Islands(input), 64), () => Island(input))),
    };

    /// <summary>Ways to search programs that need models; <c>default</c> and <c>lexicase</c> use them where there are some.</summary>
    public static IReadOnlyDictionary<string, Func<SearchInput, Search>> ModelStrategies { get; } = new Dictionary<string, Func<SearchInput, Search>>(StringComparer.Ordinal)
    {
        ["models-only"] = input => input.Modification is null ? Default(input with { Operators = [] }) : Agents(input, Steep()) with { Proposer = Ensemble([], input) },
    };

    /// <summary>Ways to search agents that make their own children: the published systems, and arms that lack one of their parts.</summary>
    public static IReadOnlyDictionary<string, Func<SearchInput, Search>> AgentStrategies { get; } = new Dictionary<string, Func<SearchInput, Search>>(StringComparer.Ordinal)
    {
        ["default"] = SteepGoedel,
        [EditableSelection] = Choosing,
        [DarwinGoedel] = input => Agents(input, new SigmoidSelector()),
        ["hyperagent"] = input => Agents(input, new SigmoidSelector(midpoint: null)),
        ["hgm"] = HuxleyGoedel,
        ["adas"] = input => Agents(input, Steep(), improver: input.Folder.Improver),
        ["greedy"] = input => Agents(input, new AccompaniedSelector(new BestSelector(), Steep())),
        ["no-archive"] = input => Agents(input, new NewestSelector()),
        ["random"] = FreshAgents,
    };

    /// <summary>The ways to search that suit a problem.</summary>
    public static IReadOnlyDictionary<string, Func<SearchInput, Search>> StrategiesFor(ProblemFolder folder) => folder.File.Agent switch
    {
        null when folder.File.Toolbox.Count == 0 => Strategies.Where(known => known.Key != WithoutToolbox).ToDictionary(StringComparer.Ordinal),
        null => Strategies,
        { Choose: null } => AgentStrategies.Where(known => known.Key != EditableSelection).ToDictionary(StringComparer.Ordinal),
        _ => AgentStrategies,
    };

    /// <summary>Whether a way to search a problem asks models, where there are some.</summary>
    public static bool AsksModels(string strategy, ProblemFolder folder) =>
        ModelStrategies.ContainsKey(strategy)
        || (folder.File.Agent is null ? strategy is "default" or "lexicase" or "openevolve" or "shinkaevolve" or "gepa" or "adaevolve" : strategy is "default" or DarwinGoedel or "hyperagent");

    /// <summary>One way to search.</summary>
    /// <exception cref="RunException">It does not suit the problem.</exception>
    public static Search Strategy(string name, SearchInput input) =>
        StrategiesFor(input.Folder).TryGetValue(name, out var make) || (input.Models.Count > 0 && ModelStrategies.TryGetValue(name, out make)) ? make(input)
        : ModelStrategies.ContainsKey(name) ? throw new RunException($"The strategy '{name}' needs models, and none is configured for '{input.Folder.Problem.Name}': docs/models.md says how.")
        : throw new RunException($"The strategy '{name}' does not suit '{input.Folder.Problem.Name}'; expected one of {string.Join(", ", StrategiesFor(input.Folder).Keys)}.");

    private static Search Default(SearchInput input, ISelector? selector = null)
    {
        var search = input.Folder.File.Search;
        var parents = new IslandSelector(selector ?? new TournamentSelector(search.Tournament), Laws.Default);
        return new Search
        {
            Proposer = input.Models.Count == 0 ? Edits(input) : Ensemble(EditsAsArm(input), input),
            Archive = new IslandArchive(search.Islands, () => Island(input), Laws.Default.Patience(search.Population)),
            Selector = input.Models.Count == 0 ? parents : new InspiringSelector(parents, top: 2, others: 1),
        };
    }

    // The parents of a published system; what it shows a model beside them, its selector adds itself.
    private static Search Published(SearchInput input, ISelector selector, IArchive archive) => new()
    {
        Proposer = input.Models.Count == 0 ? new PairProposer(Edits(input)) : Ensemble(EditsAsArm(input), input),
        Archive = archive,
        Selector = selector,
    };

    private static BanditProposer Ensemble(IEnumerable<Arm> edits, SearchInput input)
    {
        Arm[] arms = [.. edits, .. input.Models];
        return input.ModelChoice is { } choice ? new BanditProposer(arms, choice) : new BanditProposer(arms);
    }

    private static int Islands(SearchInput input) => input.Folder.File.Search.Islands;

    private static NovelProposer Edits(SearchInput input) => new(Bandit(input), tries: 4);

    // Beside models, all edits together are one arm of the same bandit.
    private static IEnumerable<Arm> EditsAsArm(SearchInput input) => input.Operators.Count > 0 ? [new Arm(EditsName, new PairProposer(Edits(input)))] : [];

    // (1+1): the null arm that says what a population is worth.
    private static Search SingleParent(SearchInput input) => new()
    {
        Proposer = Edits(input),
        Archive = new PopulationArchive(capacity: 1, tournament: 1),
        Selector = new BestSelector(),
    };

    // Fresh samples around the seed: the null arm that says what selection is worth.
    private static Search RandomSampling(SearchInput input) => new()
    {
        Proposer = new ChainProposer(Bandit(input), longest: 20),
        Archive = new EveryArchive(),
        Selector = new SeedSelector(),
    };

    // Which agent is worth more tasks is its selector's choice, too.
    private static Search HuxleyGoedel(SearchInput input) => Agents(input, new CladeSelector()) with { Archive = new RecordArchive(), Belief = CladeSelector.Belief };

    // The published steepness of 10 hardly tells agents apart whose scores differ by a few hundredths; with 40 the best have
    // most of the children, and the others keep a chance.
    private static Search SteepGoedel(SearchInput input) => Agents(input, Steep());

    private static SigmoidSelector Steep(int companions = 2) => new(steepness: 40, midpoint: null, companions: companions);

    // Every agent that passed its gates stays: a stepping stone may look worse than what it steps from.
    private static Search Agents(SearchInput input, ISelector selector, Artifact? improver = null) => new()
    {
        Proposer = input.Models.Count == 0 ? Selves(input, improver) : Ensemble([new Arm(EditsName, Selves(input, improver))], input),
        Archive = new EveryArchive(),
        Selector = selector,
    };

    // As the default, but whoever is drawn may pass its turn to one of fifteen others, by a rule of its own that edits can change.
    private static Search Choosing(SearchInput input) => new()
    {
        Proposer = new NovelProposer(new ChoosingProposer(Self(input, improver: null), Selection(input)), tries: 4),
        Archive = new EveryArchive(),
        Selector = Steep(companions: 15),
    };

    // The same edits by the same improver without any memory.
    private static Search FreshAgents(SearchInput input) => new()
    {
        Proposer = new NovelProposer(new ChainProposer(Self(input, input.Folder.Improver), longest: 8), tries: 4),
        Archive = new EveryArchive(),
        Selector = new SeedSelector(),
    };

    private static NovelProposer Selves(SearchInput input, Artifact? improver) => new(Self(input, improver), tries: 4);

    private static SelfProposer Self(SearchInput input, Artifact? improver) =>
        new(input.Modification ?? throw new InvalidOperationException($"'{input.Folder.Problem.Name}' has no agents."), improver);

    private static SelfSelection Selection(SearchInput input) => input.Selection
        ?? throw new RunException($"'{input.Folder.Problem.Name}' names no 'agent.choose' in its problem.json; expected the method by which agents choose whose turn it is.");

    // A null arm of selection must not select behind its own back.
    private static SearchInput Obedient(SearchInput input) => input with { Operators = [.. input.Operators.Where(arm => !arm.ChoosesParent)] };

    private static IArchive Island(SearchInput input)
    {
        var measures = input.Folder.File.Measures;
        return measures.Count > 0
            ? new GridArchive(measures.Select(measure => new GridAxis(measure.Metric, measure.Low, measure.High, measure.Cells)))
            : new PopulationArchive(Laws.Default.Capacity(input.Folder.File.Search.Population), input.Folder.File.Search.Tournament);
    }

    private static BanditProposer Bandit(SearchInput input) => new(input.Operators.Select(arm => new Arm(arm.Name, arm.Proposer, arm.UsesMate)));
}

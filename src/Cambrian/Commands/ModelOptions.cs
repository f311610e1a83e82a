using System.CommandLine;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Models.Calls;
using Cambrian.Models.Configuration;
using Cambrian.Runs;

namespace Cambrian.Commands;

/// <summary>The options that say which models propose, and what they may cost.</summary>
internal sealed class ModelOptions
{
    /// <summary>Name of a person's own file of models, in <see cref="Host.Settings"/>.</summary>
    public const string FileName = "models.json";

    /// <summary>Name of a person's own price table beside it.</summary>
    public const string PricesName = "prices.json";

    private const string AsConfigured = "configured";

    private static readonly Dictionary<string, ModelChoice> Choices = Enum.GetValues<ModelChoice>().ToDictionary(choice => choice.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly Option<string?> _models = OptionKinds.Place("--models", "the models that propose (default: those of problem.json, else of ~/.config/cambrian/models.json, else none)", helpName: "FILE");
    private readonly Option<string?> _moved = OptionKinds.Place("--models", "where the run's models are asked now: its file of models, of which only endpoints, keys and limits may differ (default: as when it began)", helpName: "FILE");
    private readonly Option<string> _choice = OptionKinds.Choice("--model-choice", "by which rule models are chosen: as configured, gain (recent gains per cost), ucb or thompson (as in ShinkaEvolve), or fixed (by their weights, as in OpenEvolve)", [AsConfigured, .. Choices.Keys]);
    private readonly Option<bool> _none = OptionKinds.Switch("--no-model", "ask no models, whatever is configured");
    private readonly Option<string?> _replay = OptionKinds.Place("--replay", "repeat a recorded run: its seed, strategy and models, with its recorded replies and no network", helpName: "RUN");
    private readonly Option<double?> _money = OptionKinds.Amount("--money", "end before models cost more than this in all, in the currency of their prices");
    private readonly Option<int?> _tokens = OptionKinds.Whole("--tokens", "end before models take more than N tokens in all");

    /// <summary>Adds those that a run which goes on has.</summary>
    public void AddContinuedTo(Command command)
    {
        AddLimitsTo(command);
        command.Add(_moved);
    }

    /// <summary>Adds all.</summary>
    public void AddTo(Command command)
    {
        command.Add(_models);
        command.Add(_choice);
        command.Add(_none);
        AddLimitsTo(command);
        command.Add(_replay);
    }

    /// <summary>A new run's options with what was given.</summary>
    /// <exception cref="ModelsException">The models cannot be used as they are configured.</exception>
    public RunOptions Read(ParseResult parsed, Host host, ProblemFolder folder, RunOptions options)
    {
        if (parsed.GetValue(_replay) is { } given)
        {
            return Repeating(new RunPlaces(host).Find(given), options);
        }

        var limited = ReadLimits(parsed, host, options);

        // A coding agent makes all children, unless somebody says which models do so beside it.
        var alone = options.Coder is not null && parsed.GetValue(_models) is null;
        var configured = parsed.GetValue(_none) || alone || !Catalog.AsksModels(options.Strategy, folder) ? null : Roster(parsed, host, folder);
        return limited with { Models = configured is { Models.Count: > 0 } ? Chosen(configured, parsed.GetRequiredValue(_choice)) : null };
    }

    /// <summary>The options of a run that goes on.</summary>
    /// <exception cref="ModelsException">The models cannot be used as they are configured.</exception>
    public RunOptions ReadContinued(ParseResult parsed, Host host, RunOptions options) =>
        ReadLimits(parsed, host, options) with { Models = parsed.GetValue(_moved) is { } given ? ModelRoster.Of(ModelsFileReader.Read(host.Absolute(given)), Prices(host), given) : null };

    /// <summary>What holds when no budget is given: a minute, unless money or tokens end the run, or the run that is repeated did.</summary>
    public Budget WhenNone(ParseResult parsed, RunOptions options)
    {
        if (options.Replay is { } run)
        {
            using var record = RunRecord.OpenToRead(run);
            return new Budget { Steps = record.Database.Count };
        }

        return parsed.GetValue(_money) is null && parsed.GetValue(_tokens) is null ? BudgetOptions.Minute : new Budget();
    }

    private void AddLimitsTo(Command command)
    {
        command.Add(_money);
        command.Add(_tokens);
    }

    private RunOptions ReadLimits(ParseResult parsed, Host host, RunOptions options) => options with
    {
        Spending = new SpendingLimit(parsed.GetValue(_money), parsed.GetValue(_tokens)),
        Environment = host.Environment,
    };

    private static ModelRoster Chosen(ModelRoster roster, string choice) => Choices.TryGetValue(choice, out var given) ? roster with { Choice = given } : roster;

    private static RunOptions Repeating(string run, RunOptions options)
    {
        using var record = RunRecord.OpenToRead(run);
        if ((options.Coder?.Name ?? record.Coder) is { } coder)
        {
            throw new UserException(ExitCode.Usage, $"--replay repeats what models said; what the coding agent {coder} did is recorded nowhere, so a run with it cannot be repeated.");
        }

        return options with { Seed = record.Options.Seed, Strategy = record.Options.Strategy, Models = record.Options.Models, Replay = run };
    }

    // The nearest to the command line counts, whole: models are not mixed from several places.
    private ModelRoster? Roster(ParseResult parsed, Host host, ProblemFolder folder)
    {
        var prices = Prices(host);
        if (parsed.GetValue(_models) is { } given)
        {
            return ModelRoster.Of(ModelsFileReader.Read(host.Absolute(given)), prices, given);
        }

        if (folder.File.Models.Count > 0)
        {
            return ModelRoster.Of(folder.File.Models, folder.File.ModelSettings, prices, Path.Combine(folder.Path, "problem.json"));
        }

        var own = host.Settings is { } settings ? Path.Combine(settings, FileName) : null;
        return File.Exists(own) ? ModelRoster.Of(ModelsFileReader.Read(own), prices, own) : null;
    }

    private static PriceTable Prices(Host host)
    {
        var own = host.Settings is { } settings ? Path.Combine(settings, PricesName) : null;
        return File.Exists(own) ? PriceTable.Shipped().With(File.ReadAllText(own), own) : PriceTable.Shipped();
    }
}

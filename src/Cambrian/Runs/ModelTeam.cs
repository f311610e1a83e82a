using System.Collections.Concurrent;
using Cambrian.Core;
using Cambrian.Core.Proposers;
using Cambrian.CSharp.Text;
using Cambrian.Models.Calls;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;
using Cambrian.Models.Prompts;
using Cambrian.Models.Proposers;
using Cambrian.Models.Replies;
using Cambrian.Peers.Choices;

namespace Cambrian.Runs;

/// <summary>The models of a run: their clients, the purse that pays them and the record of what they said.</summary>
internal sealed class ModelTeam : IAsyncDisposable
{
    private static readonly EvolveScope Scope = new(EvolveBlocks.StartMarker, EvolveBlocks.EndMarker, Blocks);

    private readonly List<PaidModel> _models = [];
    private readonly PaidEmbedder? _embedder;
    private readonly ConcurrentQueue<string> _remarks = new();
    private readonly ConcurrentDictionary<string, bool> _said = new();
    private readonly RunRecord? _repeated;

    private ModelTeam(RunRecord record, RunOptions options, ModelRoster roster, TimeProvider time)
    {
        var calls = record.Calls();
        Roster = roster;
        Purse = new Purse(options.Spending, calls);
        RequirePrices(options.Spending);
        _repeated = options.Replay is { } run ? RunRecord.OpenToRead(run) : null;
        var kept = new RecordedCalls(record.Database, _repeated?.Database, Tell);
        var answered = calls.Where(call => call.Answered).Select(call => call.Model).ToHashSet(StringComparer.Ordinal);
#pragma warning disable CA2000 // Models dispose of their clients, the team of its models.
        foreach (var section in roster.Models)
        {
            var client = ChatClients.Create(section, options.Replay is null ? KeyOf(section, options.Environment) : null, new SocketsHttpHandler(), time);
            _models.Add(new PaidModel(section, client, kept, Purse, time) { HasAnswered = answered.Contains(section.Name ?? "") });
        }

        if (roster.Novelty is { Embedding: var embedding })
        {
            var client = ChatClients.CreateEmbedding(embedding, options.Replay is null ? KeyOf(embedding, options.Environment) : null, new SocketsHttpHandler(), time);
            _embedder = new PaidEmbedder(embedding, client, kept, Purse, time) { HasAnswered = answered.Contains(embedding.Name ?? "") };
        }
#pragma warning restore CA2000

        var prompts = new PromptWriter(PromptTemplates.Load(Path.Combine(record.Folder.Path, "prompts")), Scope) { DiagnosesOneTask = options.Strategy == Catalog.DarwinGoedel };
        Arms = ModelArms.Of(_models, prompts, new ReplyReader(Scope), roster, _embedder);
    }

    /// <summary>The models as they are configured.</summary>
    public ModelRoster Roster { get; }

    /// <summary>They, to choose from.</summary>
    public IReadOnlyList<Arm> Arms { get; }

    /// <summary>Makes the rule that chooses among them; null for the engine's own.</summary>
    public Func<IReadOnlyList<Arm>, IArmChoice>? Choice => Roster.Choice switch
    {
        ModelChoice.Ucb => arms => new UcbChoice(arms.Count),
        ModelChoice.Thompson => arms => new ThompsonChoice(arms.Count),
        ModelChoice.Fixed => arms => new FixedChoice(arms.Select(arm => Roster.Models.FirstOrDefault(model => model.Name == arm.Name)?.Weight ?? 1)),
        _ => null,
    };

    /// <summary>What pays them.</summary>
    public Purse Purse { get; }

    /// <summary>The team of a run; null when it has none.</summary>
    /// <param name="record">The run.</param>
    /// <param name="options">What it may spend, where keys are, and whether it repeats another.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ModelsException">A key is missing, or a price that a limit needs.</exception>
    public static ModelTeam? Of(RunRecord record, RunOptions options, TimeProvider time) =>
        options.Models is { } roster ? new ModelTeam(record, options, roster, time) : null;

    /// <summary>The next thing that a person should know; null when there is none.</summary>
    public string? NextRemark() => _remarks.TryDequeue(out var remark) ? remark : null;

    /// <summary>Asks nothing more.</summary>
    public void Stop()
    {
        _models.ForEach(model => model.Stop());
        _embedder?.Stop();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_models.Select(model => model.DisposeAsync().AsTask())).ConfigureAwait(false);
        if (_embedder is not null)
        {
            await _embedder.DisposeAsync().ConfigureAwait(false);
        }

        _repeated?.Dispose();
    }

    private static string? KeyOf(ModelSection section, Func<string, string?> environment) => section.Key is not { } variable ? null
        : environment(variable) is { Length: > 0 } key ? key.Trim()
        : throw new ModelsException($"The model '{section.Name}' needs a key in the environment variable {variable}, which is not set. Set it ('export {variable}=…'), leave the model out, or switch models off with --no-model.");

    private void RequirePrices(SpendingLimit limit)
    {
        if (limit.Money is not null && Roster.All.FirstOrDefault(model => model.InputPrice is null) is { } unknown)
        {
            throw new ModelsException($"--money needs the price of every model, and that of '{unknown.Model}' is not known. Give its 'inputPrice' and 'outputPrice' per million tokens, or limit --tokens.");
        }
    }

    // A provider that is down says the same again and again.
    private void Tell(ModelCall call)
    {
        if (call.Reason is { } reason && _said.TryAdd(reason, true))
        {
            _remarks.Enqueue($"{reason} The run goes on.");
        }
    }

    private static Dictionary<string, IReadOnlyList<Range>> Blocks(Artifact artifact) =>
        EvolveBlocks.Of(artifact).ToDictionary(file => file.Key, file => (IReadOnlyList<Range>)[.. file.Value.Select(block => block.Start..block.End)], StringComparer.Ordinal);
}

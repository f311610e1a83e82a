using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Cambrian.Core;
using Cambrian.Models.Configuration;

namespace Cambrian.Algorithms.Folders;

/// <summary>The content of a <c>problem.json</c>. Comments and trailing commas are accepted, unknown members are not.</summary>
public sealed record ProblemFile
{
    /// <summary>How the file is read: the same options serve the schema.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The JSON schema this file follows, for editors; not read.</summary>
    [JsonPropertyName("$schema")]
    [Description("The JSON schema this file follows, for editors.")]
    public string? Schema { get; init; }

    /// <summary>Path of a folder, from this one, that gives what is absent here; null for none. See <see cref="ProblemLayers"/>.</summary>
    [Description("Another problem's folder, for instance \"../circle-packing\": files and members that are absent here are taken from there. Title, known values, bound, README.md and data/ never are.")]
    public string? Extends { get; init; }

    /// <summary>One line about the problem.</summary>
    [Description("One line about the problem.")]
    public required string Title { get; init; }

    /// <summary>Which way the score is better.</summary>
    [Description("Which way the score is better.")]
    public required Direction Direction { get; init; }

    /// <summary>What the score is measured in, for instance "% excess bins".</summary>
    [Description("What the score is measured in, for instance \"% excess bins\".")]
    public string Unit { get; init; } = "";

    /// <summary>A score, in the problem's own direction, that no honest program can pass; one that does trips a wire.</summary>
    [Description("A score, in the problem's own direction and unit, that no honest program can pass, on whatever cases; one that does trips a wire.")]
    public double? Bound { get; init; }

    /// <summary>What changes when the winner is promoted; decides who may promote it.</summary>
    [Description("What changes when the winner is promoted: a solution (default), a part of the engine, or the kernel around it. Decides who may promote it.")]
    public Subject Subject { get; init; } = Subject.Solution;

    /// <summary>How candidates are measured.</summary>
    [Description("How candidates are measured.")]
    public required EvaluatorSection Evaluator { get; init; }

    /// <summary>Set where the program is part of a Git repository.</summary>
    [Description("Set where the program is part of a Git repository, whose test command measures it: docs/repositories.md.")]
    public RepositorySection? Repository { get; init; }

    /// <summary>Set where the programs are agents that modify themselves.</summary>
    [Description("Set where the programs are agents that modify themselves.")]
    public AgentSection? Agent { get; init; }

    /// <summary>What a rule may read: the parameters of the entry method, with their ranges.</summary>
    [Description("What a rule may read: the parameters of the entry method, with their ranges.")]
    public IReadOnlyList<FeatureSection> Features { get; init; } = [];

    /// <summary>Static methods a candidate may call besides the standard ones, by full name; a type's name admits all its methods.</summary>
    [Description("Static methods a candidate may call besides the standard ones, by full name; a type's name admits all its methods.")]
    public IReadOnlyList<string> Toolbox { get; init; } = [];

    /// <summary>Metrics by which the archive spreads (MAP-Elites); none for a plain population.</summary>
    [Description("Metrics by which the archive spreads (MAP-Elites); none for a plain population.")]
    public IReadOnlyList<MeasureSection> Measures { get; init; } = [];

    /// <summary>How the search is set up, where the defaults do not fit.</summary>
    [Description("How the search is set up, where the defaults do not fit.")]
    public SearchSection Search { get; init; } = new();

    /// <summary>Models that may propose besides the edits that need none; those of the command line come before them.</summary>
    [Description("Language models that may propose besides the edits that need none: docs/models.md. Models that the command line names come before these.")]
    public IReadOnlyList<ModelSection> Models { get; init; } = [];

    /// <summary>How these models are asked, where the defaults do not fit.</summary>
    [Description("How these models are asked, where the defaults do not fit: what stands beside the models in a models.json.")]
    public ModelSettingsSection ModelSettings { get; init; } = new();

    /// <summary>Tables of published results that this problem is a row of, such as "alphaevolve".</summary>
    [Description("Tables of published results that this problem is a row of: \"alphaevolve\" for 'cambrian table alphaevolve'.")]
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>Published values to compare with.</summary>
    [Description("Published values to compare with.")]
    public IReadOnlyList<KnownValueSection> Known { get; init; } = [];
}

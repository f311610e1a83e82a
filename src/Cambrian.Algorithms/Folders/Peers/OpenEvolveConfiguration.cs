using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Cambrian.Algorithms.Folders.Peers;

/// <summary>The fields of an OpenEvolve configuration that have a meaning here, with OpenEvolve's defaults, and the names of the others.</summary>
public sealed record OpenEvolveConfiguration
{
    /// <summary>Seconds for each stage of an evaluation. Default 300.</summary>
    public double Timeout { get; init; } = 300;

    /// <summary>Memory in MiB. Default 1,024.</summary>
    public int Memory { get; init; } = 1024;

    /// <summary>Whether evaluate_stage1 … 3 are called, where there are any. Default true.</summary>
    public bool Cascade { get; init; } = true;

    /// <summary>What a program must score after each stage to go on. Default 0.5, 0.75, 0.9.</summary>
    public IReadOnlyList<double> Thresholds { get; init; } = [0.5, 0.75, 0.9];

    /// <summary>Metrics that are axes of an archive, and so no part of the score where there is no combined score.</summary>
    public IReadOnlyList<string> FeatureDimensions { get; init; } = [];

    /// <summary>Islands; null for the engine's own number.</summary>
    public int? Islands { get; init; }

    /// <summary>Programs on all islands; null for the engine's own number.</summary>
    public int? Population { get; init; }

    /// <summary>The task in words; empty when there are none.</summary>
    public string Statement { get; init; } = "";

    /// <summary>Fields that were given and have no meaning here, such as "database.archive_size".</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Reads a configuration.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What to call the file in messages.</param>
    /// <exception cref="ProblemFolderException">It is no YAML, or a field holds something else than it should.</exception>
    public static OpenEvolveConfiguration Parse(string text, string name)
    {
        var fields = new Fields(name, Root(text, name));
        var defaults = new OpenEvolveConfiguration();
        var configuration = new OpenEvolveConfiguration
        {
            Timeout = fields.Number("evaluator.timeout") ?? defaults.Timeout,
            Memory = (int)Math.Clamp(fields.Number("evaluator.memory_limit_mb") ?? defaults.Memory, 64, 1 << 20),
            Cascade = fields.Flag("evaluator.cascade_evaluation") ?? defaults.Cascade,
            Thresholds = fields.List("evaluator.cascade_thresholds")?.Select(text => fields.Read("evaluator.cascade_thresholds", text)).ToList() ?? defaults.Thresholds,
            FeatureDimensions = fields.List("database.feature_dimensions") ?? defaults.FeatureDimensions,
            Islands = (int?)fields.Number("database.num_islands"),
            Population = (int?)fields.Number("database.population_size"),
            Statement = fields.Text("prompt.system_message") ?? "",
        };
        return configuration with { Ignored = fields.Unread };
    }

    private static YamlMappingNode Root(string text, string name)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : [];
        }
        catch (YamlException fault)
        {
            throw new ProblemFolderException($"{name}, line {fault.Start.Line}: this is not well-formed YAML: {fault.Message}", fault);
        }
    }

    private sealed class Fields(string file, YamlMappingNode root)
    {
        private readonly HashSet<string> _read = new(StringComparer.Ordinal);

        // A whole section that none of whose fields was read is named as one.
        public IReadOnlyList<string> Unread =>
        [
            .. root.Children.SelectMany(pair => pair.Value is YamlMappingNode section && _read.Any(name => name.StartsWith($"{pair.Key}.", StringComparison.Ordinal))
                ? section.Children.Keys.Select(key => $"{pair.Key}.{key}")
                : [$"{pair.Key}"]).Where(name => !_read.Contains(name)),
        ];

        public string? Text(string path) => Node(path) is YamlScalarNode { Value: { Length: > 0 } value } and not { Value: "null" or "~" } ? value : null;

        public double? Number(string path) => Text(path) is { } text ? Read(path, text) : null;

        public double Read(string path, string text) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number
                : throw new ProblemFolderException($"{file}: '{path}' is '{text}'; expected a number.");

        public bool? Flag(string path) => Text(path)?.ToLowerInvariant() switch
        {
            null => null,
            "true" or "yes" or "on" => true,
            "false" or "no" or "off" => false,
            var other => throw new ProblemFolderException($"{file}: '{path}' is '{other}'; expected true or false."),
        };

        public List<string>? List(string path) => Node(path) is YamlSequenceNode items ? [.. items.OfType<YamlScalarNode>().Select(item => item.Value ?? "")] : null;

        private YamlNode? Node(string path)
        {
            _read.Add(path);
            return path.Split('.').Aggregate((YamlNode?)root, (node, part) => node is YamlMappingNode map && map.Children.TryGetValue(part, out var child) ? child : null);
        }
    }
}

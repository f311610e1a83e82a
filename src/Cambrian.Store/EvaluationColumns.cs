using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Cambrian.Core;

namespace Cambrian.Store;

/// <summary>An evaluation as the columns that several tables share.</summary>
internal static class EvaluationColumns
{
    public static readonly string[] Names = ["outcome", "score", "complete", "cases", "metrics", "behaviour", "feedback", "cost", "cpu_ticks", "isolation"];

    public static void Bind(Statement statement, int first, Evaluation? evaluation)
    {
        if (evaluation is null)
        {
            for (var column = 0; column < Names.Length; column++)
            {
                statement.BindNull(first + column);
            }

            return;
        }

        statement.Bind(first, (int)evaluation.Outcome);
        statement.Bind(first + 1, evaluation.Score);
        statement.Bind(first + 2, evaluation.Complete ? 1 : 0);
        BindCases(statement, first + 3, evaluation.Cases.AsSpan());
        BindMetrics(statement, first + 4, evaluation.Metrics);
        TextColumn.Bind(statement, first + 5, evaluation.Behaviour);
        TextColumn.Bind(statement, first + 6, evaluation.Feedback);
        statement.Bind(first + 7, evaluation.Cost);
        statement.Bind(first + 8, evaluation.Cpu.Ticks);
        TextColumn.Bind(statement, first + 9, evaluation.Isolation);
    }

    public static Evaluation? Read(Statement row, int first) => row.IsNull(first) ? null : new Evaluation
    {
        Outcome = (Outcome)row.Whole(first),
        Score = Number(row, first + 1),
        Complete = row.Whole(first + 2) != 0,
        Cases = row.IsNull(first + 3) ? [] : ImmutableArray.Create(MemoryMarshal.Cast<byte, double>(row.Bytes(first + 3))),
        Metrics = ReadMetrics(row, first + 4),
        Behaviour = TextColumn.Read(row, first + 5),
        Feedback = TextColumn.Read(row, first + 6),
        Cost = Number(row, first + 7),
        Cpu = TimeSpan.FromTicks(row.Whole(first + 8)),
        Isolation = TextColumn.Read(row, first + 9),
    };

    /// <summary>A number that may be NaN, which SQLite keeps as no value.</summary>
    public static double Number(Statement row, int column) => row.IsNull(column) ? double.NaN : row.Number(column);

    /// <summary>Binds named numbers as JSON; none as no value.</summary>
    public static void BindMetrics(Statement statement, int parameter, ImmutableSortedDictionary<string, double> metrics)
    {
        if (metrics.IsEmpty)
        {
            statement.BindNull(parameter);
        }
        else
        {
            statement.BindText(parameter, Json(metrics));
        }
    }

    /// <summary>Reads named numbers.</summary>
    public static ImmutableSortedDictionary<string, double> ReadMetrics(Statement row, int column) =>
        row.IsNull(column) ? ImmutableSortedDictionary<string, double>.Empty : Metrics(row.Text(column));

    private static void BindCases(Statement statement, int parameter, ReadOnlySpan<double> cases)
    {
        if (cases.IsEmpty)
        {
            statement.BindNull(parameter);
        }
        else
        {
            statement.Bind(parameter, MemoryMarshal.AsBytes(cases));
        }
    }

    // Readable, and reachable from SQL; numbers that JSON lacks are its strings.
    private static string Json(ImmutableSortedDictionary<string, double> metrics)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in metrics)
            {
                if (double.IsFinite(value))
                {
                    json.WriteNumber(name, value);
                }
                else
                {
                    json.WriteString(name, $"{value:r}");
                }
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ImmutableSortedDictionary<string, double> Metrics(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.EnumerateObject().ToImmutableSortedDictionary(
            metric => metric.Name,
            metric => metric.Value.ValueKind == JsonValueKind.String ? double.Parse(metric.Value.GetString()!) : metric.Value.GetDouble(),
            StringComparer.Ordinal);
    }
}

using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Cambrian.Core;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>An evaluation as the columns that several tables share.</summary>
internal static class EvaluationColumns
{
    public static readonly string[] Names = ["outcome", "score", "complete", "cases", "metrics", "behaviour", "feedback", "cost", "cpu_ticks", "isolation"];

    public static object Number(double value) => double.IsNaN(value) ? DBNull.Value : value;

    public static double Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? double.NaN : row.GetDouble(column);

    public static void Bind(SqliteParameterCollection parameters, int first, Evaluation? evaluation)
    {
        if (evaluation is null)
        {
            for (var column = 0; column < Names.Length; column++)
            {
                parameters[first + column].Value = DBNull.Value;
            }

            return;
        }

        parameters[first].Value = (int)evaluation.Outcome;
        parameters[first + 1].Value = Number(evaluation.Score);
        parameters[first + 2].Value = evaluation.Complete ? 1 : 0;
        parameters[first + 3].Value = evaluation.Cases.IsEmpty ? DBNull.Value : MemoryMarshal.AsBytes(evaluation.Cases.AsSpan()).ToArray();
        parameters[first + 4].Value = evaluation.Metrics.IsEmpty ? DBNull.Value : Json(evaluation.Metrics);
        parameters[first + 5].Value = TextColumn.Bind(evaluation.Behaviour);
        parameters[first + 6].Value = TextColumn.Bind(evaluation.Feedback);
        parameters[first + 7].Value = Number(evaluation.Cost);
        parameters[first + 8].Value = evaluation.Cpu.Ticks;
        parameters[first + 9].Value = TextColumn.Bind(evaluation.Isolation);
    }

    public static Evaluation? Read(SqliteDataReader row, int first) => row.IsDBNull(first) ? null : new Evaluation
    {
        Outcome = (Outcome)row.GetInt32(first),
        Score = Number(row, first + 1),
        Complete = row.GetInt32(first + 2) != 0,
        Cases = row.IsDBNull(first + 3) ? [] : ImmutableArray.Create(MemoryMarshal.Cast<byte, double>(row.GetFieldValue<byte[]>(first + 3))),
        Metrics = row.IsDBNull(first + 4) ? ImmutableSortedDictionary<string, double>.Empty : Metrics(row.GetString(first + 4)),
        Behaviour = TextColumn.Read(row, first + 5),
        Feedback = TextColumn.Read(row, first + 6),
        Cost = Number(row, first + 7),
        Cpu = TimeSpan.FromTicks(row.GetInt64(first + 8)),
        Isolation = TextColumn.Read(row, first + 9),
    };

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

using System.Collections;
using System.Text.RegularExpressions;

// The part of xUnit that tests of Exercism's C# track use, so that they run without packages.
namespace Xunit
{
    /// <summary>What tests claim. One that does not hold throws <see cref="ClaimException"/>.</summary>
    public static class Assert
    {
        public static void Equal<T>(T expected, T actual) => Claim(Likeness.Same(expected, actual), expected, actual);

        public static void Equal<T>(IEnumerable<T> expected, IEnumerable<T> actual) => Claim(Likeness.Same(expected, actual), expected, actual);

        public static void Equal<T>(T[] expected, T[] actual) => Claim(Likeness.Same(expected, actual), expected, actual);

        public static void Equal(string expected, string actual) => Claim(string.Equals(expected, actual, StringComparison.Ordinal), expected, actual);

        public static void Equal<T>(T expected, T actual, IEqualityComparer<T> comparer) => Claim(comparer.Equals(expected, actual), expected, actual);

        public static void Equal(double expected, double actual, int precision) =>
            Claim(Math.Round(expected, precision).Equals(Math.Round(actual, precision)), expected, actual);

        public static void Equal(decimal expected, decimal actual, int precision) =>
            Claim(Math.Round(expected, precision) == Math.Round(actual, precision), expected, actual);

        public static void Equal(double expected, double actual, double tolerance) =>
            Claim(expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance, expected, actual);

        public static void Equal(float expected, float actual, float tolerance) =>
            Claim(expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance, expected, actual);

        public static void Equal(DateTime expected, DateTime actual, TimeSpan precision) =>
            Claim((expected - actual).Duration() <= precision, expected, actual);

        public static void NotEqual<T>(T expected, T actual) => Claim(!Likeness.Same(expected, actual), "another value than " + Text(expected), actual);

        public static void NotEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual) => Claim(!Likeness.Same(expected, actual), "another value than " + Text(expected), actual);

        public static void Same(object expected, object actual) => Claim(ReferenceEquals(expected, actual), expected, actual);

        public static void NotSame(object expected, object actual) => Claim(!ReferenceEquals(expected, actual), "another object", actual);

        public static void True(bool? condition, string message = null) => Claim(condition == true, message ?? "true", condition);

        public static void False(bool? condition, string message = null) => Claim(condition == false, message ?? "false", condition);

        public static void Null(object value) => Claim(value is null, null, value);

        public static void NotNull(object value) => Claim(value is not null, "not null", value);

        public static void Empty(IEnumerable values) => Claim(!values.GetEnumerator().MoveNext(), "nothing", values);

        public static void NotEmpty(IEnumerable values) => Claim(values.GetEnumerator().MoveNext(), "something", values);

        public static T Single<T>(IEnumerable<T> values)
        {
            var all = values.ToList();
            Claim(all.Count == 1, "one element", all);
            return all[0];
        }

        public static void Contains<T>(T expected, IEnumerable<T> values) => Claim(values.Any(value => Likeness.Same(expected, value)), expected, values);

        public static void Contains<T>(IEnumerable<T> values, Predicate<T> isMeant) => Claim(values.Any(value => isMeant(value)), "one that is meant", values);

        public static void Contains(string expected, string text) => Claim(text?.Contains(expected, StringComparison.Ordinal) == true, expected, text);

        public static void DoesNotContain<T>(T expected, IEnumerable<T> values) => Claim(!values.Any(value => Likeness.Same(expected, value)), "none " + Text(expected), values);

        public static void StartsWith(string expected, string text) => Claim(text?.StartsWith(expected, StringComparison.Ordinal) == true, expected, text);

        public static void EndsWith(string expected, string text) => Claim(text?.EndsWith(expected, StringComparison.Ordinal) == true, expected, text);

        public static void Matches(string pattern, string text) => Claim(text is not null && Regex.IsMatch(text, pattern), pattern, text);

        public static void InRange<T>(T actual, T low, T high)
            where T : IComparable => Claim(actual.CompareTo(low) >= 0 && actual.CompareTo(high) <= 0, $"{Text(low)} to {Text(high)}", actual);

        public static void All<T>(IEnumerable<T> values, Action<T> claim)
        {
            foreach (var value in values)
            {
                claim(value);
            }
        }

        public static T IsType<T>(object value)
        {
            Claim(value?.GetType() == typeof(T), typeof(T), value);
            return (T)value;
        }

        public static T IsAssignableFrom<T>(object value)
        {
            Claim(value is T, typeof(T), value);
            return (T)value;
        }

        public static T Throws<T>(Action action)
            where T : Exception => Thrown<T>(Catch(action), exactly: true);

        public static T Throws<T>(Func<object> action)
            where T : Exception => Thrown<T>(Catch(() => action()), exactly: true);

        public static T ThrowsAny<T>(Action action)
            where T : Exception => Thrown<T>(Catch(action), exactly: false);

        public static T ThrowsAny<T>(Func<object> action)
            where T : Exception => Thrown<T>(Catch(() => action()), exactly: false);

        public static async Task<T> ThrowsAsync<T>(Func<Task> action)
            where T : Exception
        {
            try
            {
                await action();
            }
            catch (Exception thrown)
            {
                return Thrown<T>(thrown, exactly: true);
            }

            return Thrown<T>(null, exactly: true);
        }

        private static Exception Catch(Action action)
        {
            try
            {
                action();
                return null;
            }
            catch (Exception thrown)
            {
                return thrown;
            }
        }

        private static T Thrown<T>(Exception thrown, bool exactly)
            where T : Exception
        {
            Claim(thrown is T && (!exactly || thrown.GetType() == typeof(T)), typeof(T), thrown?.GetType().ToString() ?? "no exception");
            return (T)thrown;
        }

        private static void Claim(bool holds, object expected, object actual)
        {
            if (!holds)
            {
                throw new ClaimException($"expected {Text(expected)}, got {Text(actual)}");
            }
        }

        private static string Text(object value) => value switch
        {
            null => "null",
            string text => text,
            IEnumerable values => "[" + string.Join(", ", values.Cast<object>().Take(20).Select(Text)) + "]",
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}

using System.Globalization;
using System.Security;
using System.Text;

namespace Plannr.Reports;

/// <summary>
/// Draws a chart as a self-contained SVG without scripts and fonts. It follows the reader's light or dark color scheme, and has its
/// own background, because the page around it may use the other scheme.
/// </summary>
internal static class BarChart
{
    private const double Width = 880;
    private const double Margin = 16;
    private const double Gap = 20;
    private const double RowHeight = 24;
    private const double GroupSpace = 10;
    private const double BarHeight = 14;
    private const double FontSize = 12;
    private const double TitleSpace = 62;
    private const double GoalSpace = 20;

    // A generous estimate of the width of a letter, relative to the font size.
    private const double LetterWidth = 0.56;

    // No CSS variables, because some SVG viewers do not support them.
    private const string Style = """
        text { font: 12px -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: #1f2328 }
        .ground { fill: #ffffff; stroke: #d1d9e0 } .title { font-size: 14px; font-weight: 600 } .panel { fill: #59636e } .ours-text { font-weight: 600 }
        .axis { stroke: #d1d9e0 } .goal { stroke: #bc4c00; stroke-dasharray: 4 3 } .goal-text { fill: #bc4c00 }
        .other { fill: #b6bfc9 } .ours { fill: #0969da } .floor { fill: #818b98 }
        .value { paint-order: stroke; stroke: #ffffff; stroke-width: 4px }
        @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc } .value { stroke: #0d1117 }
        .ground { fill: #0d1117; stroke: #3d444d } .panel { fill: #9198a1 } .axis { stroke: #3d444d } .goal { stroke: #f0883e } .goal-text { fill: #f0883e }
        .other { fill: #4d5661 } .ours { fill: #4493f8 } .floor { fill: #818b98 }
        }
        """;

    public static string Svg(Chart chart)
    {
        var tops = Tops(chart.Rows);
        var bottom = tops[^1] + RowHeight;
        var height = bottom + (chart.Panels.Any(p => p.Goal is not null) ? GoalSpace : 0) + Margin;
        var labels = chart.Rows.Max(r => TextWidth(r.Label)) + Gap;
        var panel = (Width - (2 * Margin) - labels - ((chart.Panels.Count - 1) * Gap)) / chart.Panels.Count;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width:0}" height="{height:0}" viewBox="0 0 {Width:0} {height:0}" role="img">
            <title>{Escape(chart.Title)}</title>
            <style>
            {Style}
            </style>
            <rect class="ground" x="0.5" y="0.5" width="{Width - 1:0}" height="{height - 1:0}" rx="6"/>
            {Text(Margin, 28, chart.Title, "title")}

            """);
        foreach (var (row, top) in chart.Rows.Zip(tops))
        {
            svg.AppendLine(Text(Margin, Baseline(top), row.Label, row.Kind == BarKind.Ours ? "ours-text" : null));
        }

        for (var i = 0; i < chart.Panels.Count; i++)
        {
            AppendPanel(svg, chart, chart.Panels[i], tops, bottom, Margin + labels + (i * (panel + Gap)), panel);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendPanel(StringBuilder svg, Chart chart, ChartPanel panel, double[] tops, double bottom, double left, double width)
    {
        var longest = Math.Max(panel.Bars.Max(b => b.Value), panel.Goal?.Value ?? 0);
        // Leaves space for the text beside the longest bar.
        var scale = (width - panel.Bars.Max(b => TextWidth(b.Text)) - 6) / (longest > 0 ? longest : 1);
        svg.AppendLine(Text(left, TitleSpace - 10, panel.Title, "panel"));
        for (var i = 0; i < tops.Length; i++)
        {
            var kind = chart.Rows[i].Kind.ToString().ToLowerInvariant();
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<rect class="{kind}" x="{left:0.#}" y="{tops[i] + ((RowHeight - BarHeight) / 2):0.#}" width="{Length(panel.Bars[i], scale):0.#}" height="{BarHeight:0}"/>""");
        }

        svg.AppendLine(Line(left, bottom, "axis"));
        if (panel.Goal is { } goal)
        {
            var x = left + (goal.Value * scale);
            svg.AppendLine(Line(x, bottom + 4, "goal"));
            // Keeps the text within the panel.
            svg.AppendLine(Text(Math.Min(x, left + width - TextWidth(goal.Text)), bottom + GoalSpace, goal.Text, "goal-text"));
        }

        // Texts are last, so that no line crosses them.
        for (var i = 0; i < tops.Length; i++)
        {
            svg.AppendLine(Text(left + Length(panel.Bars[i], scale) + 5, Baseline(tops[i]), panel.Bars[i].Text, chart.Rows[i].Kind == BarKind.Ours ? "value ours-text" : "value"));
        }
    }

    // A very small value still has a visible bar.
    private static double Length(Bar bar, double scale) => Math.Max(1, bar.Value * scale);

    private static double[] Tops(IReadOnlyList<ChartRow> rows)
    {
        var tops = new double[rows.Count];
        var top = TitleSpace;
        for (var i = 0; i < rows.Count; i++)
        {
            top += i > 0 && rows[i].StartsGroup ? GroupSpace : 0;
            tops[i] = top;
            top += RowHeight;
        }

        return tops;
    }

    private static double Baseline(double top) => top + (RowHeight / 2) + (FontSize / 3);

    private static double TextWidth(string text) => text.Length * FontSize * LetterWidth;

    private static string Line(double x, double to, string kind)
        => string.Create(CultureInfo.InvariantCulture, $"""<line class="{kind}" x1="{x:0.#}" y1="{TitleSpace:0.#}" x2="{x:0.#}" y2="{to:0.#}"/>""");

    private static string Text(double x, double y, string text, string? kind)
        => string.Create(CultureInfo.InvariantCulture, $"""<text{(kind is null ? "" : $" class=\"{kind}\"")} x="{x:0.#}" y="{y:0.#}">{Escape(text)}</text>""");

    private static string Escape(string text) => SecurityElement.Escape(text);
}

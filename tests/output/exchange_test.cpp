// The exchange formats, on an analysis made by hand with an astral character
// and a name behind a proclitic.
#include "output/exchange.h"

#include <gtest/gtest.h>

#include "output/formats.h"
#include "output/report.h"

namespace fihris {
namespace {

// An emoji (two units), then waw + Paris, then "5 <km>".
const std::u16string kSource = u"\U0001F600 \u0648\u0628\u0627\u0631\u064A\u0633 5 \"km\"";

Analysis sample() {
  Analysis a;
  a.length = static_cast<uint32_t>(kSource.size());
  a.blocks = {{{0, a.length}, BlockKind::paragraph}};
  a.mentions = {{.span = {4, 9}, .type = EntityType::gpe, .confidence = 0.5F}};
  a.entities = {{.type = EntityType::gpe, .name = "P", .mentions = {0}}};
  a.figures = {{.span = {10, 16}, .type = FigureType::quantity, .value = 5, .unit = "km"}};
  return a;
}

TEST(Exchange, CsvQuotesItsCells) {
  EXPECT_EQ(to_csv("a,b", kSource, sample()),
            "\"a,b\",4,9,GPE,,,,,,,,P,0.500,\u0628\u0627\u0631\u064A\u0633\r\n"
            "\"a,b\",10,16,QUANTITY,5,,,,km,,,,,\"5 \"\"km\"\"\"\r\n");
}

TEST(Exchange, BratCountsCodePoints) {
  EXPECT_EQ(to_brat(kSource, sample()),
            "T1\tGPE 3 8\t\u0628\u0627\u0631\u064A\u0633\n"
            "T2\tQUANTITY 9 15\t5 \"km\"\n#2\tAnnotatorNotes T2\t5 km\n");
}

TEST(Exchange, MarkupIsEscaped) {
  EXPECT_EQ(escape_markup(u"<a&\"\u0001>"), "&lt;a&amp;&quot;\uFFFD&gt;");
  EXPECT_NE(to_html("f", kSource, sample()).find("5 &quot;km&quot;</mark>"), std::string::npos);
  EXPECT_NE(to_tei("f", kSource, sample()).find("quantity=\"5\" unit=\"km\">5 &quot;km&quot;</measure>"),
            std::string::npos);
}

TEST(Exchange, WebAnnotationHasBothSelectors) {
  const std::string page = to_webanno("f", kSource, sample());
  EXPECT_NE(page.find("\"start\":4,\"end\":9"), std::string::npos);
  EXPECT_NE(page.find("\"exact\":\"5 \\\"km\\\"\""), std::string::npos);
}

TEST(Exchange, ManyFilesMakeOneJsonArray) {
  Writer none(Format::json, false, 2);
  EXPECT_EQ(none.finish(), "[]\n");
  Writer two(Format::json, false, 2);
  std::string all = two.add("a", kSource, sample());
  all += two.add("b", kSource, sample());
  all += two.finish();
  EXPECT_EQ(all.rfind("[{\"id\":\"a\"", 0), 0U);
  EXPECT_EQ(all.substr(all.size() - 3), "}]\n");
  EXPECT_FALSE(find_format("xml").has_value());
  EXPECT_EQ(find_format("webanno"), Format::webanno);
}

TEST(Report, PutsTheSurfaceLast) {
  const std::string report = to_report(sample(), kSource, false);
  EXPECT_EQ(report.rfind("GPE       x1", 0), 0U);
  EXPECT_NE(report.find("QUANTITY  5 km"), std::string::npos);
  EXPECT_NE(to_report(sample(), kSource, true).find("\x1b["), std::string::npos);
}

}  // namespace
}  // namespace fihris

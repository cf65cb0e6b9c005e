"""Words of web pages and letter heads that are not the text: counters, menus, links, notices. All folded; "|" separates."""

from __future__ import annotations

# "Lượt xem: 1.286", "Đang trực tuyến: 27": the figure behind the colon counts visitors of the page.
COUNTERS = (
    "lượt xem|số lượt xem|lượt đọc|đã xem|số lần xem|lượt truy cập|số lượt truy cập|tổng lượt truy cập|tổng số lượt truy cập|đang truy cập|"
    "đang trực tuyến|đang online|khách online|bình luận|số bình luận|lượt thích|lượt tải|"
    "tổng truy cập|số truy cập|lượt xem bài|views|view|ý kiến bạn đọc|thành viên online"
)
# The same, but only if nothing else stands in the line: "Nộp trực tuyến: 1.402; qua bưu chính: 211" are figures of a report.
LINE_COUNTERS = "trực tuyến|online|hôm nay|hôm qua|tuần này|tháng này|tất cả|khách|thành viên"
# A line that is only this heads a list of links, which lasts until the text goes on.
LINK_LISTS = (
    "các tin khác|tin khác|các tin mới hơn|các tin cũ hơn|tin mới hơn|tin cũ hơn|tin liên quan|tin bài liên quan|bài liên quan|"
    "bài viết liên quan|các bài viết khác|các bài khác|tin cùng chuyên mục|cùng chuyên mục|xem thêm|tin ảnh|video|tin mới nhất|tin nổi bật|"
    "tin đọc nhiều|đọc nhiều nhất|tin mới|các tin đã đưa|tin đã đưa|tin bài khác|bài viết khác|các tin tiếp theo|thông tin liên quan|"
    "văn bản mới|liên kết website|thông báo mới"
)
# Words of a menu line; two of them between bars make one.
MENU = "trang chủ|giới thiệu|tin tức|liên hệ|hỏi đáp|sơ đồ cổng|văn bản|dịch vụ công|đăng nhập|chuyên mục|thư viện ảnh|rss|thông báo|góp ý"
# How a line at the foot of a page, or a slogan at its head, begins.
PAGE_FOOT = (
    "bản quyền thuộc|copyright|©|giấy phép số|giấy phép thiết lập|giấy phép xuất bản|cơ quan chủ quản:|chịu trách nhiệm nội dung|"
    "chịu trách nhiệm chính|ghi rõ nguồn|powered by|designed by|email:|website:"
)
PAGE_HEAD = "chào mừng kỷ niệm|nhiệt liệt chào mừng|chào mừng ngày|chủ đề công tác năm|chủ đề năm"
# The addressees of an official letter; the lines below it to the next blank one belong to them.
ADDRESSEES = "nơi nhận"
# What a photograph shows; such a line is no heading.
CAPTIONS = (
    "ảnh|quang cảnh|toàn cảnh|chú thích ảnh|hình ảnh|ảnh minh họa|một góc|bài và ảnh|tin, ảnh|các đại biểu|đồng chí|đ/c|ông|bà|lãnh đạo"
)
# "Bình luận (0)": counted in brackets under an article.
BRACKETED_COUNTERS = ("bình luận (", "comment (", "comments (", "thích (", "chia sẻ (")
# "Số lượt truy cập 1,245,903": without a colon only these are counters of the page.
BARE_COUNTERS = ("lượt truy cập ", "đang truy cập ", "tổng truy cập ", "đang trực tuyến ", "đang online ", "khách online ")

package names

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// sinoVietnamese are the syllables of Chinese names as Vietnamese reads the
// characters, after the syllable of pinyin: one reading has one pinyin here, the
// most frequent in given names.
const sinoVietnamese = `ai:ái,ngải an:an ang:ngang ao:ngao,áo bai:bạch,bách ban:ban bang:bang,bàng bao:bao,bảo,báo,bào bei:bắc,bối,bội ben:bản bi:bích,tất bian:biên,biển
	biao:bưu,biểu bin:bân bing:băng,bỉnh,binh bo:bác,bạc,ba,bá bu:bộ,bố cai:sài,tài can:sán cao:tào,thảo chang:trường,xương,thường chao:triều,siêu
	chen:trần,thần,thìn cheng:trình,thành,thừa,trừng chi:trì,sí,xích chong:sùng,trùng chu:sở,trữ,sơ chuan:xuyên,truyền chun:xuân,thuần ci:tứ
	cong:thông,tùng cui:thôi,thúy,thuý cun:thôn,tồn da:đạt,đại dai:đới dan:đan,đán dao:đạo de:đức,đắc deng:đặng,đăng di:địch,đế diao:điêu die:điệp
	ding:đinh,đỉnh dong:đông,đổng,đống dou:đậu du:đỗ,đô,độ duan:đoàn duo:đa,đạc e:ngạc,nga en:ân er:nhĩ,nhị fa:pháp,phát fan:phàm,phạm,phàn
	fang:phương,phòng,phóng fei:phi,phí fen:phấn,phân feng:phong,phùng,phượng,phụng fo:phật fu:phú,phúc,phu,phó,phù,phụ,phục,phủ gai:cái gan:cán,cam
	gang:cương,cang gao:cao ge:cách,các gen:căn geng:canh gong:cung,công,củng gou:cẩu gu:cốc,cố,cổ guan:quan,quán,quản guang:quang,quảng gui:quế,quý,quy
	guo:quốc,quách,quả hai:hải han:hàn,hán hang:hàng hao:hạo,hào,hảo he:hạc,hác,hòa,hoà,hợp heng:hằng,hành hong:hồng,hoằng,hoành hou:hầu,hậu
	hu:hồ,hổ,hộ,hỗ hua:hoa,hóa,hoá,hoạch huai:hoài huan:hoàn,hoan,hoán huang:hoàng,huỳnh hui:huệ,huy,huê,hội,hối,hồi huo:hoắc
	ji:cơ,kỷ,kỉ,kế,kích,tế,cấp,cát jia:gia,giai,giả,giáp jian:kiến,kiếm,kiện,giản,kiên,giám,kiệm jiang:giang,tưởng,khương jiao:giao
	jie:kiệt,khiết,giới,tiệp,kết jin:kim,cẩm,tấn,tiến,cận,cẩn jing:tĩnh,cảnh,kinh,kỉnh,tịnh,cạnh,cánh jiu:cửu ju:cúc,cự,cử,cư juan:quyên
	jun:quân,tuấn,quận,tuyển kai:khải,khai kan:khảm kang:khang,kháng,khảng ke:khắc,kha,khả,khoa ken:khẩn kong:khổng kuan:khoan kuang:khuông kui:khôi,quỳ
	kun:côn,khôn lai:lai lan:lan,lam lang:lãng,lang le:lạc lei:lôi,lỗi li:lý,lí,lệ,lập,lê,lực,lợi,lật,lễ,lị,lỵ lian:liên,liêm,luyện liang:lương,lượng
	liao:liêu,liệu lie:liệt lin:lâm,lân ling:linh,lăng,lệnh,lĩnh liu:lưu,liễu long:long lou:lâu lu:lư,lục,lộ,lỗ,lô,lộc luan:loan lun:luân luo:la lü:lữ,lã
	ma:mã man:mãn,mạn mao:mao,mậu mei:mai,mỹ,mĩ,mi men:môn meng:mạnh,mông,mộng mi:mễ mian:miên miao:miêu min:mẫn,dân ming:minh,mệnh,danh mo:mặc,mạc
	mou:mưu mu:mộc,mục,mộ na:na nan:nam ni:nghê nian:niên ning:ninh,ngưng niu:ngưu nong:nông ou:âu pan:phan pei:bùi,bồi peng:bành,bằng pi:bì pin:phẩm
	ping:bình pu:phổ,phác qi:kỳ,kì,tề,thất,khởi,thích qian:tiền,khiêm,càn qiang:cường qiao:kiều qin:tần,cầm,khâm,cần qing:thanh,khánh,khanh,tình
	qiong:quỳnh qiu:thu,khâu qu:khuất,cù,khúc quan:toàn,quyền,tuyền que:khước qun:quần ran:nhiên rang:nhượng rao:nhiêu ren:nhân,nhậm,nhiệm,nhẫn
	rong:vinh,dung,nhung rou:nhu ru:nhữ,như ruan:nguyễn rui:thụy,thuỵ,nhuệ run:nhuận ruo:nhược sen:sâm sha:sa shan:sơn,san,thiện shang:thượng
	shao:thiệu,thiếu she:xã shen:thẩm,thân,thâm,thận sheng:thăng,thắng,thánh,sinh,thịnh shi:thạch,sử,thi,sĩ,sỹ,thế,thời,thực,thị shou:thọ,thủ
	shu:thư,thục,thụ,thuật,thứ shuai:soái shuang:song,sảng shui:thủy,thuỷ shun:thuận si:tư song:tống su:tô,túc sui:tùy,tuỳ,toại sun:tôn tai:thái
	tan:đàm,đàn tang:đường,thang tao:đào,thao teng:đằng ti:đề tian:điền,thiên tie:thiết ting:đình,đĩnh,thính tong:đồng,thống tu:đồ wan:vạn,uyển
	wang:vương,uông,vọng wei:vĩ,vệ,ngụy,nguỵ,vi,duy,uy,vị,úy,uý wen:văn,ôn,vấn wo:ốc wu:ngô,võ,ngũ xi:tập,hy,hi,tích,tây,hỉ,hỷ,tịch,khê,tỷ xia:hạ,hiệp,hà
	xian:hiền,hiến,tiên xiang:hướng,tường,tương,hương,hạng xiao:hiểu,tiểu,hiếu,tiêu xie:tạ xin:hân,tâm,tín,tân xing:hưng,hạnh,hình,tinh xiong:hùng
	xiu:tú,tu xu:từ,hứa,húc xuan:tuyên,huyền,hiên,huyễn,triền xue:tiết,tuyết,học xun:huân,tuân ya:á,nhã yan:nghiêm,nhan,yến,diễm,viêm,diên,nham,nhạn
	yang:dương yao:diêu,nghiêu,diệu ye:diệp,dã,nghiệp yi:nghị,nghĩa,y,ích,dịch,dĩ,di,dật,ý,nhất,nghi,dực yin:doãn,ngân,âm,ấn
	ying:anh,doanh,ứng,ánh,oanh,oánh yong:dũng,vĩnh,ung,dong you:hữu,vưu,do,ưu,hựu yu:vu,dư,ngọc,dụ,dục,ngu,ngư,du,dự,vũ
	yuan:viên,nguyên,uyên,viễn,nguyện,viện yue:nhạc,nguyệt,việt,duyệt,dược yun:vân,vận zai:tái zao:tạo ze:trạch zeng:tăng zha:tra zhai:trại
	zhan:chiến,chiêm,triển zhang:trương,chương zhao:triệu,chiêu,chiếu zhe:triết,giá zhen:chân,chấn,trấn,trân zheng:trịnh,chính,chánh,chinh,tranh,chứng
	zhi:chí,chi,trí,trị,chỉ,chấp zhong:trung,chung,trọng zhou:chu,châu zhu:trúc,trụ zhuang:trang,tráng zhuo:trác zi:tử zong:tông zou:trâu zu:tổ zuo:tả,tác`

// sinoFamilies are the families whose reading is most frequent for another syllable in given names.
const sinoFamilies = `cai:thái ge:cát geng:cảnh hao:hác he:hà luo:lạc wu:vũ xie:giải zhai:trạch`

// sino and sinoFamily map a reading, NFC, to pinyin.
var sino, sinoFamily = sinoReadings(sinoVietnamese), sinoReadings(sinoFamilies)

func sinoReadings(table string) map[string]string {
	m := map[string]string{}
	for entry := range strings.FieldsSeq(table) {
		pinyin, readings, _ := strings.Cut(entry, ":")
		for r := range strings.SplitSeq(readings, ",") {
			m[r] = pinyin
		}
	}
	return m
}

// Sino returns a Chinese name that is written as Vietnamese reads its characters
// in the words of pinyin, so that Triệu Văn Bân meets Zhao Wenbin. ok is false for
// any other name, one that bears no marks among them.
func Sino(country string, words []Word) (pinyin []Word, ok bool) {
	if !slices.Contains([]string{"CN", "TW", "HK", "MO"}, country) || len(words) < 2 || len(words) > 4 {
		return nil, false
	}
	marked := false
	for i, w := range words {
		reading := composedForm(w.Marked)
		syllable := sino[reading]
		if family := sinoFamily[reading]; i == 0 && family != "" {
			syllable = family
		}
		if syllable == "" {
			return nil, false
		}
		marked = marked || w.Marked != w.Folded
		pinyin = append(pinyin, MakeWord(norm.NFKD.String(syllable)))
	}
	return pinyin, marked
}

// composedForm is the NFC of Word.Marked, whose đ is a d with a bar.
func composedForm(marked string) string {
	return norm.NFC.String(strings.ReplaceAll(marked, "d\u0335", "đ"))
}
